package nl.beleidsradar.search.theme;

import java.util.List;

/** What became of a theme that someone wanted to save. */
public sealed interface SaveOutcome {

    /** It is in force, here and for every reader of the log. */
    record Saved(Theme theme, boolean isNew) implements SaveOutcome {}

    /**
     * The file is not right.
     *
     * @param status HTTP status, 4xx
     * @param problems each {@code file:line: message}; may be empty
     */
    record Refused(int status, String detail, List<String> problems) implements SaveOutcome {}

    /**
     * Someone else saved another version before.
     *
     * @param present version in force; 0 where there is none
     * @param precondition whether the caller named the version it should have been
     */
    record Overtaken(int present, boolean precondition, String detail) implements SaveOutcome {}

    /** Someone else is saving right now; nothing was changed. */
    record Busy() implements SaveOutcome {}

    /**
     * It could not be checked or kept.
     *
     * @param saved whether it may be in force, or come to be, all the same
     */
    record Unavailable(String detail, boolean saved) implements SaveOutcome {}
}
