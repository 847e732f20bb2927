package nl.beleidsradar.enrich.theme;

/** A theme file cannot be used; the message names the file and what is wrong with it. */
public final class ThemeFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ThemeFileException(String file, String problem) {
        super(file + ": " + problem);
    }
}
