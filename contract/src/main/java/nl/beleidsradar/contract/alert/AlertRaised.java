package nl.beleidsradar.contract.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.WireName;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient is told of one version of one document, or would have been had there been
 * anything new to tell: the event on {@code alerts.raised}, keyed by alert id, in the partition of
 * its recipient. A record without a value takes the alert back.
 *
 * @param id the same whenever the same event is judged again
 * @param recipient as {@link Recipient} writes it
 * @param subscriptions ids, each with at least one of the mentions
 * @param mentions those that have a passage to show, in the order of the document
 * @param more further new mentions, told by number
 * @param frequency the most urgent of the subscriptions'
 * @param silence why it is listed but not sent; null for an alert that is sent
 * @param echoOf ids of the alerts that told the same before; empty unless silent as an echo
 * @param bundle shared by the alerts that are sent as one mail because too many came at once; null
 *     for one by itself
 * @param raised when the ledger let it through
 * @param cause of the event that it comes from; null where it was written before this was kept
 */
public record AlertRaised(
        String id,
        String recipient,
        List<String> subscriptions,
        AlertDocument document,
        List<Mention> mentions,
        int more,
        Frequency frequency,
        @Nullable Silence silence,
        List<String> echoOf,
        @Nullable String bundle,
        Instant raised,
        @Nullable Cause cause) {

    public AlertRaised {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(raised, "raised");
        subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        echoOf = echoOf == null ? List.of() : List.copyOf(echoOf);
    }

    public AlertRaised(
            String id,
            String recipient,
            List<String> subscriptions,
            AlertDocument document,
            List<Mention> mentions,
            int more,
            Frequency frequency,
            @Nullable Silence silence,
            List<String> echoOf,
            @Nullable String bundle,
            Instant raised) {
        this(
                id,
                recipient,
                subscriptions,
                document,
                mentions,
                more,
                frequency,
                silence,
                echoOf,
                bundle,
                raised,
                null);
    }

    /** With its first mentions only, the others told by number. */
    public AlertRaised showing(int most) {
        int shown = Math.min(most, mentions.size());
        return new AlertRaised(
                id,
                recipient,
                subscriptions,
                document,
                mentions.subList(0, shown),
                more + mentions.size() - shown,
                frequency,
                silence,
                echoOf,
                bundle,
                raised,
                cause);
    }

    /** Whether it goes to its recipient, and is not only listed. */
    public boolean sent() {
        return silence == null;
    }

    /**
     * A sentence that is new to the recipient.
     *
     * @param subscriptions those that follow the subject
     * @param terms the words that caused it, as written
     */
    public record Mention(
            Subject subject,
            List<String> subscriptions,
            String passage,
            @Nullable Integer page,
            List<String> terms,
            Change change) {

        public Mention {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(passage, "passage");
            Objects.requireNonNull(change, "change");
            subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
            terms = terms == null ? List.of() : List.copyOf(terms);
        }
    }

    /** Where a mention is new. */
    public enum Change {
        NEW_DOCUMENT,
        NEW_VERSION;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }

    /** Why a recipient is not told. */
    public enum Silence {
        /** Found by tagging the archive anew. */
        RE_TAG,
        /** Found in what a source already listed when it was first followed. */
        BACK_FILL,
        /** Told before, of another document: a copy, a quotation, an attachment. */
        ECHO,
        /** Letterhead, agenda or address only. */
        PROCEDURAL;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }
}
