package nl.beleidsradar.enrich.theme;

import java.util.List;

/** Tells which lines return page after page: running heads and feet. */
final class RunningLines {

    /** A line this often in one document is a running head or foot. */
    private static final int RUNNING_TIMES = 5;

    private static final int MAX_RUNNING = 90;

    private final boolean[] running;
    private final boolean[] again;

    RunningLines(String text, List<Line> lines) {
        running = new boolean[lines.size()];
        again = new boolean[lines.size()];
        if (lines.size() >= RUNNING_TIMES) {
            mark(text, lines);
        }
    }

    boolean isRunning(int line) {
        return running[line];
    }

    /** Whether it stood on an earlier page. */
    boolean stoodBefore(int line) {
        return again[line];
    }

    private void mark(String text, List<Line> lines) {
        long[] shapes = new long[lines.size()];
        Tally times = new Tally(shapes.length);
        for (int i = 0; i < shapes.length; i++) {
            if (lines.get(i).length() <= MAX_RUNNING) {
                shapes[i] = lines.get(i).shape(text);
                again[i] = times.add(shapes[i]) > 1;
            }
        }
        for (int i = 0; i < shapes.length; i++) {
            running[i] =
                    lines.get(i).length() <= MAX_RUNNING && times.of(shapes[i]) >= RUNNING_TIMES;
        }
    }

    /** How often each number was met: a hash table without objects, as every line is in it. */
    private static final class Tally {

        private final long[] keys;
        private final int[] times;

        Tally(int most) {
            int size = Integer.highestOneBit(Math.max(1, most)) << 2;
            keys = new long[size];
            times = new int[size];
        }

        int add(long key) {
            int slot = slot(key);
            keys[slot] = key;
            return ++times[slot];
        }

        int of(long key) {
            return times[slot(key)];
        }

        private int slot(long key) {
            int slot = (int) key & keys.length - 1;
            while (times[slot] > 0 && keys[slot] != key) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }
    }
}
