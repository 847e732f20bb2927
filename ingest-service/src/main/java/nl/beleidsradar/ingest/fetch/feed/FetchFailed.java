package nl.beleidsradar.ingest.fetch.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source did not give what was asked, or nothing that can be relied on. */
public final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Fault {
        /** No connection, broken off, or a 5xx. */
        UNREACHABLE,
        /** Asked to come back later: 429, or 503 that says when. */
        LATER,
        /** Not asked now: an earlier answer asked for rest, or there were many faults. */
        BUSY,
        /** Took too long as a whole, or came too slowly. */
        SLOW,
        /** Another 4xx. */
        REFUSED,
        /** Not there (404 or 410), where it should be. */
        ABSENT,
        /** Not the bytes that were announced, or not the format it should be. */
        BROKEN,
        /** Larger than allowed. */
        TOO_LARGE,
        /** Led to a host, address or path where nothing is fetched from. */
        FORBIDDEN
    }

    private final Fault fault;
    private final transient @Nullable Duration retryAfter;

    public FetchFailed(Fault fault, String message) {
        this(fault, message, null);
    }

    /**
     * @param retryAfter how long the host asks to be left alone
     */
    public FetchFailed(Fault fault, String message, @Nullable Duration retryAfter) {
        super(message);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    /** The body has another form than its kind of source has. */
    public static FetchFailed broken(String message) {
        return new FetchFailed(Fault.BROKEN, message);
    }

    public Fault fault() {
        return fault;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the host is to be left alone for a while, whatever else is to be asked of it. */
    public boolean asksForRest() {
        return fault == Fault.LATER || fault == Fault.BUSY;
    }

    /** Whether the same request may well succeed later, without anyone changing anything here. */
    public boolean tryAgain() {
        return switch (fault) {
            case UNREACHABLE, LATER, BUSY, SLOW, REFUSED, ABSENT, BROKEN -> true;
            case TOO_LARGE, FORBIDDEN -> false;
        };
    }
}
