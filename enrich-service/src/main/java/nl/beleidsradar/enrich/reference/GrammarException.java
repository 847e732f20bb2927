package nl.beleidsradar.enrich.reference;

/** A grammar file that cannot be used; the message names the file and the pattern. */
public final class GrammarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GrammarException(String file, String problem) {
        super("grammar " + file + ": " + problem);
    }

    GrammarException(String file, String problem, Throwable cause) {
        super("grammar " + file + ": " + problem, cause);
    }
}
