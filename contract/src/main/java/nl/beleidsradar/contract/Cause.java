package nl.beleidsradar.contract;

/** Why an event was written. Alerts stay silent on back-fill and re-tagging. */
public enum Cause {
    NEW,
    NEW_VERSION,
    RE_EXTRACTED,
    /** What a source already listed when it was first followed, or a folder already held. */
    BACK_FILL,
    RE_TAG;

    @Override
    public String toString() {
        return WireName.of(this);
    }
}
