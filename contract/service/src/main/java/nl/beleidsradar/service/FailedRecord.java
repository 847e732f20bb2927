package nl.beleidsradar.service;

import org.jspecify.annotations.Nullable;

/** A record that a consumer could not use: why, and whether trying again can help. */
public final class FailedRecord extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How often a record is tried. */
    public enum Again {
        /** It stays what it is. */
        NEVER,
        /** It may have come too early, or by bad luck. */
        FEW,
        /** What it needs is away, and the fault is not the record's. */
        UNTIL_IT_WORKS
    }

    private final String reason;
    private final String detail;
    private final Again again;

    /**
     * @param reason of a closed list, such as {@code unreadable}
     * @param detail for staff; never the payload
     */
    public FailedRecord(String reason, String detail, Again again, @Nullable Throwable cause) {
        super(detail.isEmpty() ? reason : reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
        this.again = again;
    }

    public static FailedRecord unusable(String reason, String detail, @Nullable Throwable cause) {
        return new FailedRecord(reason, detail, Again.NEVER, cause);
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    public Again again() {
        return again;
    }

    /** The one that a failure was caused by, if any. */
    static @Nullable FailedRecord in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedRecord record) {
                return record;
            }
        }
        return null;
    }
}
