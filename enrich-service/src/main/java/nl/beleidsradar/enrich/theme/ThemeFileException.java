package nl.beleidsradar.enrich.theme;

import java.util.List;

/**
 * A theme file cannot be used; the message has one line for each thing that is wrong, with the file
 * and, where it can be told, the line.
 */
public final class ThemeFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public ThemeFileException(String file, String problem) {
        this(List.of(file + ": " + problem));
    }

    ThemeFileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem by itself: {@code cyber.yaml:14: unknown key 'terem'}. */
    public List<String> problems() {
        return problems;
    }
}
