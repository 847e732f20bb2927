package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidsradar.enrich.theme.TermTrie.Match;

/**
 * Decides which matches in one paragraph are finds: not inside a mask, not cancelled by a word
 * beside it, not inside a longer find; combinations only where their parts stand near each other.
 */
final class FindReader {

    private final List<Theme> themes;

    FindReader(List<Theme> themes) {
        this.themes = themes;
    }

    /** The finds of one paragraph by theme, each list in the order of the text. */
    Map<Integer, List<Find>> read(Words words, List<Match> matches) {
        if (matches.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<Match>> byTheme = byTheme(matches);
        List<Match> names = byTheme.remove(Pattern.EVERY_THEME);
        Map<Integer, List<Find>> finds = new TreeMap<>();
        byTheme.forEach((theme, own) -> {
            List<Find> found =
                    ofTheme(theme, words, unmasked(own, names == null ? List.of() : names));
            if (!found.isEmpty()) {
                finds.put(theme, found);
            }
        });
        return finds;
    }

    private static Map<Integer, List<Match>> byTheme(List<Match> matches) {
        Map<Integer, List<Match>> byTheme = new TreeMap<>();
        List<Match> own = List.of();
        int theme = Integer.MIN_VALUE;
        for (Match match : matches) {
            // Matches of one theme often follow each other.
            if (match.pattern().theme() != theme) {
                theme = match.pattern().theme();
                own = byTheme.computeIfAbsent(theme, t -> new ArrayList<>());
            }
            own.add(match);
        }
        return byTheme;
    }

    private List<Find> ofTheme(int theme, Words words, List<Match> matches) {
        BitSet cancelled = new BitSet();
        List<Match> parts = new ArrayList<>();
        List<Find> finds = new ArrayList<>();
        for (Match match : matches) {
            if (match.pattern().use() instanceof Pattern.Use.AgainstTerm(int index)) {
                cancelled.set(index);
            } else if (match.pattern().use() instanceof Pattern.Use.OfCombination) {
                parts.add(match);
            }
        }
        for (Match match : matches) {
            if (match.pattern().use() instanceof Pattern.Use.OfTerm(int index, var weight)
                    && !cancelled.get(index)) {
                String name = themes.get(theme).terms().get(index).text();
                finds.add(find(theme, weight, words, match.first(), match.last(), name));
            }
        }
        if (!parts.isEmpty()) {
            finds.addAll(combined(theme, words, parts));
        }
        return withoutOverlaps(finds);
    }

    private static List<Match> unmasked(List<Match> matches, List<Match> names) {
        List<Match> masks = new ArrayList<>(names);
        for (Match match : matches) {
            if (match.pattern().use() instanceof Pattern.Use.OfMask) {
                masks.add(match);
            }
        }
        if (masks.isEmpty()) {
            return matches;
        }
        masks.sort(Comparator.comparingInt(Match::first));
        // Both lists are in order of their first word, so that one pass suffices.
        List<Match> kept = new ArrayList<>();
        int next = 0;
        int maskedTo = -1;
        for (Match match : matches) {
            while (next < masks.size() && masks.get(next).first() < match.first()) {
                maskedTo = Math.max(maskedTo, masks.get(next).last());
                next++;
            }
            boolean masked = match.last() <= maskedTo;
            for (int i = next; i < masks.size() && masks.get(i).first() == match.first(); i++) {
                masked |= hides(masks.get(i), match);
            }
            if (!masked) {
                kept.add(match);
            }
        }
        return kept;
    }

    /** A term that is a whole organisation's name is not hidden by that name. */
    private static boolean hides(Match mask, Match match) {
        return mask.pattern().use() instanceof Pattern.Use.OfName
                ? match.last() < mask.last()
                : match.last() <= mask.last();
    }

    private List<Find> combined(int theme, Words words, List<Match> parts) {
        List<Theme.Combination> combinations = themes.get(theme).combinations();
        Map<Integer, Map<Integer, Match>> latest = new HashMap<>();
        List<Find> finds = new ArrayList<>();
        for (Match part : parts) {
            if (part.pattern().use() instanceof Pattern.Use.OfCombination(int index, int group)) {
                Theme.Combination combination = combinations.get(index);
                Map<Integer, Match> groups = latest.computeIfAbsent(index, c -> new TreeMap<>());
                groups.put(group, part);
                if (groups.size() == combination.all().size()
                        && near(groups.values(), combination.within())) {
                    finds.add(span(theme, combination.weight(), words, groups.values(), index));
                    groups.clear();
                }
            }
        }
        return finds;
    }

    private static boolean near(Collection<Match> parts, int within) {
        long places = parts.stream().mapToInt(Match::first).distinct().count();
        return places == parts.size() && last(parts) - first(parts) <= within;
    }

    private static Find span(
            int theme, Theme.Weight weight, Words words, Collection<Match> parts, int combination) {
        return find(theme, weight, words, first(parts), last(parts), "combination " + combination);
    }

    private static int first(Collection<Match> parts) {
        return parts.stream().mapToInt(Match::first).min().orElseThrow();
    }

    private static int last(Collection<Match> parts) {
        return parts.stream().mapToInt(Match::last).max().orElseThrow();
    }

    private static Find find(
            int theme, Theme.Weight weight, Words words, int first, int last, String name) {
        return new Find(theme, weight, words.start(first), words.end(last), name);
    }

    /** Of finds that overlap, the first, and of those that begin together the longest. */
    private static List<Find> withoutOverlaps(List<Find> finds) {
        if (areApart(finds)) {
            return finds;
        }
        List<Find> kept = new ArrayList<>();
        finds.stream()
                .sorted(
                        Comparator.comparingInt(Find::start)
                                .thenComparing(Find::end, Comparator.reverseOrder())
                                .thenComparing(Find::weight))
                .forEach(find -> {
                    if (kept.isEmpty() || find.start() >= kept.getLast().end()) {
                        kept.add(find);
                    } else if (find.weight().compareTo(kept.getLast().weight()) < 0) {
                        // A stronger find inside a weaker, longer one is the better proof.
                        kept.set(kept.size() - 1, find);
                    }
                });
        return List.copyOf(kept);
    }

    private static boolean areApart(List<Find> finds) {
        for (int i = 1; i < finds.size(); i++) {
            if (finds.get(i).start() < finds.get(i - 1).end()) {
                return false;
            }
        }
        return true;
    }
}
