package nl.beleidsradar.ingest.fetch.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;

/**
 * A body that must come whole: as long as announced, neither shorter nor longer, within a time, at
 * a least speed and under a limit. Anything else ends the reading with {@link Broken}.
 */
final class AnnouncedBody extends FilterInputStream {

    /** Carries the fault through code that reads streams. */
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1;
        private final FetchFailed failed;

        Broken(Fault fault, String message) {
            super(message);
            this.failed = new FetchFailed(fault, message);
        }

        FetchFailed failed() {
            return failed;
        }
    }

    private final long announced;
    private final long limit;
    private final TransferLimits limits;
    private final long deadline;
    private long windowStart = System.nanoTime();
    private long inWindow;
    private long count;

    /**
     * @param announced -1 where the sender did not say
     * @param limit largest length, bytes
     */
    AnnouncedBody(
            InputStream in, long announced, long limit, TransferLimits limits, Duration within) {
        super(in);
        this.announced = announced;
        this.limit = limit;
        this.limits = limits;
        this.deadline = System.nanoTime() + within.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = next(to, from, length);
        if (n < 0) {
            if (announced >= 0 && count < announced) {
                throw new Broken(
                        Fault.BROKEN, count + " bytes came where " + announced + " were announced");
            }
            return -1;
        }
        count += n;
        if (announced >= 0 && count > announced) {
            throw new Broken(Fault.BROKEN, "more than the " + announced + " bytes announced");
        }
        if (count > limit) {
            throw new Broken(Fault.TOO_LARGE, "more than " + limit + " bytes");
        }
        checkSpeed(n);
        return n;
    }

    private int next(byte[] to, int from, int length) throws IOException {
        try {
            return in.read(to, from, length);
        } catch (SocketTimeoutException e) {
            if (announced >= 0 && count == announced) {
                // All is there; the host only does not hang up as asked.
                return -1;
            }
            throw new Broken(Fault.SLOW, "nothing came for " + limits.silence());
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw System.nanoTime() > deadline
                    ? new Broken(Fault.SLOW, "not whole in time")
                    : new Broken(Fault.BROKEN, "broken off after " + count + " bytes");
        }
    }

    private void checkSpeed(int n) throws Broken {
        long now = System.nanoTime();
        if (now > deadline) {
            throw new Broken(Fault.SLOW, "not whole in time: " + count + " bytes");
        }
        inWindow += n;
        if (now - windowStart > limits.window().toNanos()) {
            if (inWindow < limits.leastPerWindow().toBytes()) {
                throw new Broken(
                        Fault.SLOW, inWindow + " bytes in " + limits.window() + " is too slow");
            }
            windowStart = now;
            inWindow = 0;
        }
    }
}
