package nl.beleidsradar.contract;

/** How much a document is about a theme. */
public enum Strength {
    /** In passing. */
    MENTION,
    /** A passage is about it. */
    SECTION,
    /** The document is about it. */
    MAIN;

    @Override
    public String toString() {
        return WireName.of(this);
    }
}
