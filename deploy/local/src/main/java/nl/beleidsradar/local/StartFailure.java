package nl.beleidsradar.local;

import java.io.Serial;

/** Why the stack cannot run, in one line for the person who started it. */
final class StartFailure extends Exception {

    @Serial private static final long serialVersionUID = 1;

    StartFailure(String line) {
        super(line);
    }
}
