package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, gathered so that its writer sees all of it at once. */
final class FileProblems {

    /** More than this many help no one. */
    private static final int MAX_PROBLEMS = 100;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private record Problem(int line, String message) {}

    FileProblems(String file) {
        this.file = file;
    }

    /**
     * Notes a problem.
     *
     * @param line counted from 1
     */
    void at(int line, String problem) {
        if (found.size() < MAX_PROBLEMS) {
            found.add(new Problem(line, file + ":" + line + ": " + problem));
        }
    }

    /**
     * @throws ThemeFileException with all problems in the order of the file, if there is one
     */
    void refuseAny() {
        if (!found.isEmpty()) {
            throw new ThemeFileException(
                    found.stream()
                            .sorted(Comparator.comparingInt(Problem::line))
                            .map(Problem::message)
                            .toList());
        }
    }
}
