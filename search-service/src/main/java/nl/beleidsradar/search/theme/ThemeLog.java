package nl.beleidsradar.search.theme;

import java.util.Optional;
import java.util.function.Supplier;
import nl.beleidsradar.contract.ThemeChanged;

/** Where changed themes are kept; one writer at a time over all instances of the service. */
public interface ThemeLog {

    /**
     * Writes a change that is decided on when {@link Themes} holds all that was ever saved, and
     * that is only saved if nobody else saved in between.
     *
     * @param change what to write; empty to write nothing after all
     */
    Outcome write(Supplier<Optional<ThemeChanged>> change);

    /** What became of it. */
    sealed interface Outcome {

        /** The log has it, and {@link Themes} too. */
        record Written() implements Outcome {}

        /** There was nothing to write. */
        record Nothing() implements Outcome {}

        /** Someone else is saving at this moment; nothing was written. */
        record Busy() implements Outcome {}

        /**
         * The log did not answer in time.
         *
         * @param saved whether the change may be, or come to be, in force all the same
         */
        record Unavailable(String detail, boolean saved) implements Outcome {}
    }
}
