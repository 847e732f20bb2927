package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes patterns one by one and lays them out as a {@link TermTrie}. */
final class TermTrieBuilder {

    private final Branch root = new Branch();
    private final List<Branch> numbered = new ArrayList<>();

    void add(Pattern pattern) {
        Branch word = root;
        Fork fork = null;
        for (Pattern.Word next : pattern.words()) {
            if (fork != null) {
                word = next.afterBarrier() ? fork.nextAfterBarrier : fork.next;
            }
            fork = word.path(next.letters()).fork(next.ending());
        }
        if (fork != null) {
            fork.patterns.add(pattern);
        }
    }

    TermTrie build() {
        int places = number(root);
        int[] layout = new int[places * 2 + 1];
        long[] steps = new long[places];
        List<TermTrie.Endings> endings = new ArrayList<>();
        int step = 0;
        for (Branch branch : numbered) {
            layout[branch.number * 2] = step;
            for (Map.Entry<Character, Branch> next : branch.next.entrySet()) {
                steps[step++] = TermTrie.Layout.step(next.getKey(), next.getValue().number);
            }
            layout[branch.number * 2 + 1] = branch.forks.isEmpty() ? TermTrie.NONE : endings.size();
            if (!branch.forks.isEmpty()) {
                endings.add(
                        new TermTrie.Endings(
                                branch.place(Pattern.Ending.NONE),
                                branch.place(Pattern.Ending.INFLECTION),
                                branch.place(Pattern.Ending.ANY)));
            }
        }
        layout[places * 2] = step;
        return new TermTrie(new TermTrie.Layout(layout, steps, endings));
    }

    /** Numbers a branch before those it leads to, so that a word's letters get adjacent numbers. */
    private int number(Branch branch) {
        branch.number = numbered.size();
        numbered.add(branch);
        branch.next.values().forEach(this::number);
        for (Fork fork : branch.forks.values()) {
            for (Branch next : List.of(fork.next, fork.nextAfterBarrier)) {
                if (!next.next.isEmpty()) {
                    number(next);
                }
            }
        }
        return numbered.size();
    }

    /** A place inside a word. */
    private static final class Branch {
        private final Map<Character, Branch> next = new TreeMap<>();
        private final Map<Pattern.Ending, Fork> forks = new EnumMap<>(Pattern.Ending.class);
        private int number;

        private Branch path(String letters) {
            Branch branch = this;
            for (int i = 0; i < letters.length(); i++) {
                branch = branch.next.computeIfAbsent(letters.charAt(i), c -> new Branch());
            }
            return branch;
        }

        private TermTrie.Place place(Pattern.Ending ending) {
            Fork fork = forks.get(ending);
            return fork == null ? TermTrie.Place.NOWHERE : fork.place();
        }

        private Fork fork(Pattern.Ending ending) {
            return forks.computeIfAbsent(ending, e -> new Fork());
        }
    }

    /** A place between two words. */
    private static final class Fork {
        private final List<Pattern> patterns = new ArrayList<>();
        private final Branch next = new Branch();
        private final Branch nextAfterBarrier = new Branch();

        private TermTrie.Place place() {
            return new TermTrie.Place(List.copyOf(patterns), start(next), start(nextAfterBarrier));
        }

        private static int start(Branch branch) {
            return branch.next.isEmpty() ? TermTrie.NONE : branch.number;
        }
    }
}
