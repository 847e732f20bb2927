package nl.beleidsradar.enrich.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<Long, Integer> times = new HashMap<>();
        for (int i = 0; i < shapes.length; i++) {
            if (lines.get(i).length() <= MAX_RUNNING) {
                shapes[i] = lines.get(i).shape(text);
                again[i] = times.merge(shapes[i], 1, Integer::sum) > 1;
            }
        }
        for (int i = 0; i < shapes.length; i++) {
            running[i] =
                    lines.get(i).length() <= MAX_RUNNING
                            && times.getOrDefault(shapes[i], 0) >= RUNNING_TIMES;
        }
    }
}
