package nl.beleidsradar.enrich.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every literal of every pattern in one pass over a text (Aho-Corasick, as a table). Letters
 * are compared without regard to case, and a line feed reads as a space.
 */
final class LiteralAutomaton {

    /** Receives each find: which literal, and where it starts. */
    interface Finds {
        void found(int literal, int start);
    }

    private static final int NONE = -1;

    /** Marks a state in which a literal ends. */
    private static final int ENDING = 1 << 15;

    private final byte[] classes = new byte[Character.MAX_VALUE + 1];
    private final int width;
    private final int shift;
    private final char[] next;
    private final int[][] ending;
    private final int[] lengths;

    LiteralAutomaton(List<String> literals) {
        int classCount = 1;
        for (String literal : literals) {
            for (char c : literal.toCharArray()) {
                if (classes[c] == 0) {
                    classes[c] = (byte) classCount++;
                }
            }
        }
        if (classCount > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("too many different characters in literals");
        }
        foldCase();
        this.width = classCount;
        this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(classCount - 1);
        this.lengths = literals.stream().mapToInt(String::length).toArray();
        List<int[]> states = new ArrayList<>();
        List<List<Integer>> ends = new ArrayList<>();
        newState(states, ends);
        for (int i = 0; i < literals.size(); i++) {
            insert(literals.get(i), i, states, ends);
        }
        link(states, ends);
        this.next = flattened(states);
        this.ending =
                ends.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    /** Reports every literal, in the order in which they end. */
    void scan(char[] text, int length, Finds finds) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            int entry = next[(state << shift) + classes[text[i]]];
            state = entry & ~ENDING;
            if (entry != state) {
                for (int literal : ending[state]) {
                    finds.found(literal, i + 1 - lengths[literal]);
                }
            }
        }
    }

    private void foldCase() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char lower = Character.toLowerCase((char) c);
            if (classes[c] == 0 && lower != c) {
                classes[c] = classes[lower];
            }
        }
        classes['\n'] = classes[' '];
    }

    private void newState(List<int[]> states, List<List<Integer>> ends) {
        int[] row = new int[width];
        Arrays.fill(row, NONE);
        states.add(row);
        ends.add(new ArrayList<>());
    }

    private void insert(String literal, int index, List<int[]> states, List<List<Integer>> ends) {
        int state = 0;
        for (char c : literal.toCharArray()) {
            int symbol = classes[c];
            if (states.get(state)[symbol] == NONE) {
                states.get(state)[symbol] = states.size();
                newState(states, ends);
            }
            state = states.get(state)[symbol];
        }
        ends.get(state).add(index);
    }

    /** Fills in where the longest suffix that is a prefix of a literal goes on. */
    private void link(List<int[]> states, List<List<Integer>> ends) {
        int[] fallback = new int[states.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        int[] root = states.getFirst();
        for (int symbol = 0; symbol < width; symbol++) {
            if (root[symbol] == NONE) {
                root[symbol] = 0;
            } else {
                queue.add(root[symbol]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends.get(state).addAll(ends.get(fallback[state]));
            int[] row = states.get(state);
            for (int symbol = 0; symbol < width; symbol++) {
                int other = states.get(fallback[state])[symbol];
                if (row[symbol] == NONE) {
                    row[symbol] = other;
                } else {
                    fallback[row[symbol]] = other;
                    queue.add(row[symbol]);
                }
            }
        }
        for (int[] row : states) {
            for (int symbol = 0; symbol < width; symbol++) {
                int target = row[symbol];
                row[symbol] = ends.get(target).isEmpty() ? target : target | ENDING;
            }
        }
    }

    private char[] flattened(List<int[]> states) {
        if (states.size() > ENDING) {
            throw new IllegalArgumentException("too many literals");
        }
        char[] all = new char[states.size() << shift];
        for (int i = 0; i < states.size(); i++) {
            for (int symbol = 0; symbol < width; symbol++) {
                all[(i << shift) + symbol] = (char) states.get(i)[symbol];
            }
        }
        return all;
    }
}
