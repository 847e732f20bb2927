package nl.beleidsradar.search.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a theme file, and what became of sending it.
 *
 * @param id null for a new theme
 * @param content the file as typed
 * @param version the version that was in force when the typing began; 0 for none
 * @param status HTTP status of the page
 * @param message key of the sentence on top; null where there is nothing to say
 * @param present version in force by now
 * @param problems what is wrong in the file
 * @param effect what the file would change; null where it was not asked
 */
record ThemeForm(
        @Nullable String id,
        String content,
        int version,
        int status,
        @Nullable String message,
        int present,
        List<Problem> problems,
        @Nullable PreviewReport effect) {

    private static final Pattern LOCATED = Pattern.compile("[^\\s:]+?(?::(\\d{1,7}))?: (.*)");
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    /**
     * Something wrong in the file.
     *
     * @param line counted from 1; null where it concerns the whole
     * @param written what stands on that line; null where it concerns the whole
     */
    record Problem(@Nullable Integer line, @Nullable String written, String text) {

        private static final int LONGEST = 100;

        /** Takes {@code file:line: message} apart; anything else is a message. */
        static Problem of(String problem, List<String> lines) {
            Matcher located = LOCATED.matcher(problem);
            if (!located.matches()) {
                return new Problem(null, null, problem);
            }
            String number = located.group(1);
            String message = located.group(2);
            if (number == null) {
                return new Problem(null, null, message);
            }
            int line = Integer.parseInt(number);
            return new Problem(
                    line,
                    line >= 1 && line <= lines.size() ? shortened(lines.get(line - 1)) : null,
                    message);
        }

        private static @Nullable String shortened(String line) {
            String written = line.strip();
            return written.isEmpty()
                    ? null
                    : written.length() <= LONGEST ? written : written.substring(0, LONGEST) + "…";
        }
    }

    static ThemeForm of(@Nullable String id, String content, int version) {
        return new ThemeForm(id, content, version, OK, null, version, List.of(), null);
    }

    ThemeForm seen(PreviewReport report) {
        return new ThemeForm(id, content, version, OK, null, present, List.of(), report);
    }

    ThemeForm refused(int refusal, List<String> all) {
        String key =
                switch (refusal) {
                    case TOO_LARGE -> "edit.tooLarge";
                    case TOO_MANY -> "edit.otherPreview";
                    // Without a list of problems it is about another theme, or cannot be told.
                    case UNPROCESSABLE -> all.isEmpty() ? "edit.otherTheme" : "edit.wrong";
                    default -> "edit.wrong";
                };
        List<String> lines = content.lines().toList();
        return because(refusal, key, all.stream().map(p -> Problem.of(p, lines)).toList());
    }

    ThemeForm otherTheme() {
        return because(UNPROCESSABLE, "edit.otherTheme", List.of());
    }

    ThemeForm away(String key) {
        return because(UNAVAILABLE, key, List.of());
    }

    ThemeForm overtaken(int by) {
        String key = id == null ? "edit.exists" : "edit.overtaken";
        return new ThemeForm(id, content, version, CONFLICT, key, by, List.of(), null);
    }

    private ThemeForm because(int why, String key, List<Problem> all) {
        return new ThemeForm(id, content, version, why, key, present, all, null);
    }

    /** The file for a text field, which loses a first line end. */
    public String text() {
        return "\n" + content;
    }

    /** Height of the text field. */
    public int rows() {
        return (int) Math.clamp(content.lines().count() + 2, 16, 28);
    }
}
