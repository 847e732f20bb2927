package nl.beleidsradar.search.web;

/** What the address of a page names does not exist (any more). */
final class PageNotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final What what;

    /** What was looked for; each has its own words on the error page. */
    enum What {
        DOCUMENT,
        THEME,
        DOSSIER,
        SUBSCRIPTION
    }

    PageNotFound(What what, String id) {
        super("no " + what + " " + id);
        this.what = what;
    }

    What what() {
        return what;
    }
}
