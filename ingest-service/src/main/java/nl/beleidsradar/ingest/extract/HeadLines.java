package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines at the head of a paper that have something on them.
 *
 * @param ends which of them have an empty one below
 */
record HeadLines(List<String> lines, BitSet ends) {

    private static final int MOST = 120;

    static HeadLines of(String head) {
        List<String> lines = new ArrayList<>();
        BitSet ends = new BitSet();
        for (String line : head.lines().map(l -> l.replace('\u00a0', ' ').strip()).toList()) {
            if (!line.isEmpty()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                ends.set(lines.size() - 1);
            }
            if (lines.size() == MOST) {
                break;
            }
        }
        return new HeadLines(List.copyOf(lines), ends);
    }

    boolean goesOnAfter(int line) {
        return line + 1 < lines.size() && !ends.get(line);
    }
}
