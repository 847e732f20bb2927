package nl.beleidsradar.contract;

/** Names and sizes that every reader and writer of the events must agree on. */
public final class Events {

    public static final String EXTRACTED_TOPIC = "documents.extracted";
    public static final String ENRICHED_TOPIC = "documents.enriched";

    /** Themes that staff changed, one partition; see {@link ThemeChanged}. */
    public static final String THEMES_TOPIC = "themes";

    /** How far the archive is tagged anew, one partition; see {@link ArchiveRetagged}. */
    public static final String RETAGGED_TOPIC = "themes.retagged";

    /** What people follow, one partition; see {@code Subscription}. */
    public static final String SUBSCRIPTIONS_TOPIC = "subscriptions";

    /** All that was found for a recipient, keyed by recipient; see {@code AlertCandidate}. */
    public static final String CANDIDATES_TOPIC = "alerts.candidates";

    /** What is new to a recipient, by alert id, partitioned as the candidates are. */
    public static final String RAISED_TOPIC = "alerts.raised";

    /** What became of each alert, by alert id, partitioned as the candidates are. */
    public static final String DELIVERED_TOPIC = "alerts.delivered";

    public static final String EXTRACTED_TYPE = "nl.beleidsradar.document.extracted.v1";
    public static final String ENRICHED_TYPE = "nl.beleidsradar.document.enriched.v1";
    public static final String THEME_TYPE = "nl.beleidsradar.theme.changed.v1";
    public static final String RETAGGED_TYPE = "nl.beleidsradar.archive.retagged.v1";

    public static final String SUBSCRIPTION_TYPE = "nl.beleidsradar.subscription.changed.v1";
    public static final String CANDIDATE_TYPE = "nl.beleidsradar.alert.candidate.v1";
    public static final String RAISED_TYPE = "nl.beleidsradar.alert.raised.v1";
    public static final String DELIVERED_TYPE = "nl.beleidsradar.alert.delivered.v1";

    /**
     * Largest serialised event, in bytes, that carries its text; above it the text is in the store.
     */
    public static final int MAX_INLINE = 1024 * 1024;

    /**
     * Source of the documents that prove that alerting works; found by nobody but who asks for this
     * source.
     */
    public static final String PROBE_SOURCE = "canary";

    private Events() {}
}
