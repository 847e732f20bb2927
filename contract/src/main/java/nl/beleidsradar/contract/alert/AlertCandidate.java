package nl.beleidsradar.contract.alert;

import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * All that one version of one document says of what one recipient follows, whether told before or
 * not: the event on {@code alerts.candidates}, keyed by recipient.
 *
 * @param recipient as {@link Recipient} writes it
 * @param version order among the events of the document
 * @param cause of the event
 * @param reasons one a subject, never empty
 */
public record AlertCandidate(
        String recipient, AlertDocument document, long version, Cause cause, List<Reason> reasons) {

    public AlertCandidate {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(cause, "cause");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /**
     * A subject with its mentions in the document.
     *
     * @param followers the recipient's subscriptions that it is a reason for
     * @param mentions in the order of the document, the title first; one a fingerprint
     */
    public record Reason(Subject subject, List<Follower> followers, List<Mention> mentions) {

        public Reason {
            Objects.requireNonNull(subject, "subject");
            followers = followers == null ? List.of() : List.copyOf(followers);
            mentions = mentions == null ? List.of() : List.copyOf(mentions);
        }
    }

    /** A subscription, as far as the ledger needs it. */
    public record Follower(String id, Frequency frequency, boolean retroactive) {}

    /**
     * One sentence that speaks of the subject.
     *
     * @param fingerprint of the sentence without differences of white space, hyphenation and case
     * @param passage the sentence as written; null beyond the first mentions of a large document,
     *     which are told by number
     * @param page counted from 1; null where the document has no pages
     * @param terms the words that caused it, as written
     * @param standing whether the document's previous version already said so
     * @param procedural whether it is letterhead, agenda or address, and says nothing by itself
     */
    public record Mention(
            String fingerprint,
            @Nullable String passage,
            @Nullable Integer page,
            List<String> terms,
            boolean standing,
            boolean procedural) {

        public Mention {
            Objects.requireNonNull(fingerprint, "fingerprint");
            terms = terms == null ? List.of() : List.copyOf(terms);
        }
    }
}
