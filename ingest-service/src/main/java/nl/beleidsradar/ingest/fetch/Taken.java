package nl.beleidsradar.ingest.fetch;

/** What became of one listed document. */
enum Taken {
    /** New, or a new version. */
    CHANGED,
    /** What is held already, bytes and facts. */
    UNCHANGED,
    /** Not to be had now; it is tried again. */
    MISSING,
    /** Refused, or given up. */
    REFUSED,
    /** Listed without any file. */
    WITHOUT_FILE,
    /** Withdrawn, or listed otherwise, before its file came. */
    OVERTAKEN
}
