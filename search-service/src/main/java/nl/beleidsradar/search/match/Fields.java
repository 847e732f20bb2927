package nl.beleidsradar.search.match;

/** The fields of the index that a subscription can ask for, by the names they have there. */
final class Fields {

    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String EXACT = ".exact";
    static final String SOURCE = "source";
    static final String TYPE = "documentType";
    static final String DOSSIER = "dossier";
    static final String THEME = "theme";
    static final String STRENGTH = "strength";
    static final String THEME_STRENGTH = "themeStrength";
    static final String CITES = "cites";
    static final String OWN_IDS = "ownIds";

    /** Not in the index by itself: it follows from {@link #CITES}. */
    static final String CITED_DOSSIER = "citedDossier";

    private Fields() {}
}
