package nl.beleidsradar.ingest.failure;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.Listing;
import org.jspecify.annotations.Nullable;

/**
 * One document that did not make it, at one stage.
 *
 * @param stage fetch, extract, enrich, index, match or deliver
 * @param reason of the closed list of extraction, or a word of the stage
 * @param key tells several of one document and stage apart
 */
record Failure(
        String documentId,
        @Nullable String title,
        String source,
        String stage,
        String reason,
        String detail,
        Instant at,
        int attempts,
        @com.fasterxml.jackson.annotation.JsonIgnore String key) {

    static final Comparator<Failure> ORDER =
            Comparator.comparing(Failure::documentId)
                    .thenComparing(Failure::stage)
                    .thenComparing(Failure::key);

    static Failure of(LedgerEntry entry) {
        FailureReason reason = entry.reason();
        String title = entry.title() == null ? entry.facts().title() : entry.title();
        return new Failure(
                entry.id(),
                title == null ? entry.facts().fileName() : title,
                entry.source(),
                reason == null ? "" : reason.stage(),
                String.valueOf(reason),
                entry.detail() == null ? "" : entry.detail(),
                entry.changed(),
                entry.attempts(),
                "");
    }

    /** Of a listed document whose file could not be had; empty where it was. */
    static Optional<Failure> of(Listing listing) {
        return Optional.ofNullable(listing.wanted())
                .map(wanted ->
                        new Failure(
                                listing.id(),
                                wanted.facts().title(),
                                listing.source(),
                                FailureReason.FETCH_FAILED.stage(),
                                FailureReason.FETCH_FAILED.toString(),
                                wanted.detail(),
                                wanted.since(),
                                wanted.attempts(),
                                ""));
    }

    static Failure of(SetAside aside) {
        return new Failure(
                aside.documentId(),
                aside.title(),
                aside.source(),
                aside.topic().stage(),
                aside.letter().reason(),
                aside.letter().detail(),
                aside.at(),
                aside.letter().attempts(),
                aside.topic().topic() + " " + aside.key());
    }
}
