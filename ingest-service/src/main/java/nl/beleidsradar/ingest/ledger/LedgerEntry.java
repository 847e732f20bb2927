package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.PreviousVersion;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one document.
 *
 * @param contentHash hash of the bytes to work on; empty where they could not be read
 * @param size of those bytes
 * @param detail of the failure, for staff
 * @param limits limits that bit in the published text
 * @param attempts extractions tried for these bytes
 * @param revision rises each time there is something to do, so that work on older bytes that ends
 *     late does not count for newer ones
 * @param sequence of the last event published; 0 before the first
 * @param held the version last published
 * @param previous versions published before that, oldest first
 * @param title of the version last published
 * @param parent the document it was attached to or packed in; null where a source listed it
 * @param changed when this record was written
 */
public record LedgerEntry(
        String id,
        String contentHash,
        long size,
        Facts facts,
        Instant retrieved,
        boolean backFill,
        DocumentState state,
        @Nullable FailureReason reason,
        @Nullable String detail,
        List<String> limits,
        int attempts,
        long revision,
        long sequence,
        @Nullable PreviousVersion held,
        List<PreviousVersion> previous,
        @Nullable String title,
        @Nullable String parent,
        Instant changed) {

    public LedgerEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        limits = limits == null ? List.of() : List.copyOf(limits);
        previous = previous == null ? List.of() : List.copyOf(previous);
    }

    static LedgerEntry first(DocumentId id, Receipt receipt) {
        return new LedgerEntry(
                id.toString(),
                receipt.contentHash(),
                receipt.size(),
                receipt.facts(),
                receipt.retrieved(),
                receipt.backFill(),
                DocumentState.RECEIVED,
                null,
                null,
                List.of(),
                0,
                1,
                0,
                null,
                List.of(),
                null,
                receipt.parent(),
                receipt.retrieved());
    }

    /** Whether a source listed it; what it holds inside is counted with it. */
    public boolean listed() {
        return parent == null;
    }

    public String source() {
        return id.substring(0, id.indexOf(':'));
    }

    /** Earlier versions as the next event names them. */
    public List<PreviousVersion> previousForNext() {
        if (held == null || held.contentHash().equals(contentHash)) {
            return previous;
        }
        List<PreviousVersion> all = new ArrayList<>(previous);
        all.add(held);
        return List.copyOf(all);
    }

    boolean knows(String hash) {
        return contentHash.equals(hash)
                || (held != null && held.contentHash().equals(hash))
                || previous.stream().anyMatch(v -> v.contentHash().equals(hash));
    }

    LedgerEntry received(Receipt receipt) {
        return new LedgerEntry(
                id,
                receipt.contentHash(),
                receipt.size(),
                receipt.facts(),
                receipt.contentHash().equals(contentHash) ? retrieved : receipt.retrieved(),
                backFill && sequence == 0 && receipt.backFill(),
                DocumentState.RECEIVED,
                null,
                null,
                List.of(),
                0,
                revision + 1,
                sequence,
                held,
                previous,
                title,
                receipt.parent(),
                receipt.retrieved());
    }

    LedgerEntry again(Instant now) {
        return with(DocumentState.RECEIVED, null, null, attempts, revision + 1, now);
    }

    /** Still to do: taking it out of the log. */
    LedgerEntry withdrawn(Instant now) {
        return with(
                DocumentState.RECEIVED,
                FailureReason.TAKEN_DOWN,
                "withdrawn by the source",
                attempts,
                revision + 1,
                now);
    }

    /** Whether what is to do is taking it out of the log, not bringing it in. */
    public boolean leaving() {
        return state == DocumentState.RECEIVED && reason == FailureReason.TAKEN_DOWN;
    }

    LedgerEntry failed(FailureReason why, @Nullable String what, Instant now) {
        return with(why.state(), why, what, attempts + 1, revision, now);
    }

    /** {@code this} may be newer than the work that was published: then it stays received. */
    LedgerEntry published(LedgerEntry work, PublishedText text, Instant now) {
        boolean current = work.revision == revision;
        return new LedgerEntry(
                id,
                contentHash,
                size,
                facts,
                retrieved,
                backFill,
                current ? DocumentState.EXTRACTED : state,
                current ? null : reason,
                current ? null : detail,
                current ? text.limits() : limits,
                current ? attempts + 1 : attempts,
                revision,
                text.sequence(),
                new PreviousVersion(work.contentHash, work.retrieved, text.textRef()),
                work.previousForNext(),
                text.title(),
                parent,
                now);
    }

    private LedgerEntry with(
            DocumentState state,
            @Nullable FailureReason reason,
            @Nullable String detail,
            int attempts,
            long revision,
            Instant now) {
        return new LedgerEntry(
                id,
                contentHash,
                size,
                facts,
                retrieved,
                backFill,
                state,
                reason,
                detail,
                limits,
                attempts,
                revision,
                sequence,
                held,
                previous,
                title,
                parent,
                now);
    }
}
