package nl.beleidsradar.search.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.AlertRaised.Change;
import nl.beleidsradar.contract.alert.AlertRaised.Silence;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.search.ledger.Findings.Found;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a recipient is told of a candidate. A mention is new if this recipient was never
 * told of its subject in these words, whatever the document; what is not new is told no more.
 */
final class MentionLedger {

    /** A version is the document's sequence times this, plus that of the rules. */
    private static final int SEQUENCE_BITS = 20;

    private final LedgerSettings settings;

    MentionLedger(LedgerSettings settings) {
        this.settings = settings;
    }

    /**
     * Changes nothing by itself: the caller remembers what was learned.
     *
     * @param now becomes the time at which an alert was raised
     */
    Judgement judge(AlertCandidate candidate, Memory memory, Instant now) {
        Findings findings = Findings.of(candidate, memory);
        List<Found> listed = listed(findings);
        if (listed.isEmpty()) {
            return findings.standing().isEmpty()
                    ? new Judgement.Known()
                    : new Judgement.Noted(learned(candidate, findings, null));
        }
        String id = id(candidate, findings, memory);
        @Nullable Silence silence = silence(candidate.cause(), findings);
        Frequency frequency = frequency(candidate.cause(), listed, silence);
        @Nullable FloodWindow window =
                silence == null && frequency == Frequency.IMMEDIATE && isMail(candidate)
                        ? FloodWindow.next(
                                memory.window(candidate.recipient()), now, settings.floodWindow())
                        : null;
        boolean flood = window != null && window.alerts() > settings.mostAtOnce();
        var alert =
                new AlertRaised(
                        id,
                        candidate.recipient(),
                        subscriptions(listed),
                        candidate.document(),
                        mentions(candidate, listed),
                        (int) listed.stream().filter(f -> f.mention().passage() == null).count(),
                        frequency,
                        silence,
                        silence == Silence.ECHO ? echoOf(listed) : List.of(),
                        flood ? Objects.requireNonNull(window).start().toString() : null,
                        now,
                        candidate.cause());
        return new Judgement.Raised(learned(candidate, findings, id), alert, window);
    }

    /** What is new comes before what repeats, and both before what says nothing by itself. */
    private static List<Found> listed(Findings findings) {
        if (!findings.fresh().isEmpty()) {
            return findings.fresh();
        }
        return findings.echoes().isEmpty() ? findings.procedural() : findings.echoes();
    }

    private static @Nullable Silence silence(Cause cause, Findings findings) {
        if (findings.fresh().isEmpty()) {
            return findings.echoes().isEmpty() ? Silence.PROCEDURAL : Silence.ECHO;
        }
        boolean wanted = followers(findings.fresh()).stream().anyMatch(Follower::retroactive);
        if (!Findings.ofThePast(cause) || wanted) {
            return null;
        }
        return cause == Cause.RE_TAG ? Silence.RE_TAG : Silence.BACK_FILL;
    }

    /** Of the past, only those who want it are told; they decide how soon. */
    private static Frequency frequency(Cause cause, List<Found> listed, @Nullable Silence silence) {
        boolean past = silence == null && Findings.ofThePast(cause);
        return followers(listed).stream()
                .filter(f -> !past || f.retroactive())
                .map(Follower::frequency)
                .min(Frequency::compareTo)
                .orElse(Frequency.IMMEDIATE);
    }

    private static List<Follower> followers(List<Found> listed) {
        return listed.stream().flatMap(f -> f.reason().followers().stream()).distinct().toList();
    }

    private static List<String> subscriptions(List<Found> listed) {
        return followers(listed).stream().map(Follower::id).distinct().toList();
    }

    private static List<AlertRaised.Mention> mentions(
            AlertCandidate candidate, List<Found> listed) {
        Change change =
                candidate.version() >> SEQUENCE_BITS == 1
                        ? Change.NEW_DOCUMENT
                        : Change.NEW_VERSION;
        List<AlertRaised.Mention> mentions = new ArrayList<>();
        for (Found found : listed) {
            @Nullable String passage = found.mention().passage();
            if (passage != null) {
                mentions.add(
                        new AlertRaised.Mention(
                                found.reason().subject(),
                                found.reason().followers().stream().map(Follower::id).toList(),
                                passage,
                                found.mention().page(),
                                found.mention().terms(),
                                change));
            }
        }
        return mentions;
    }

    private static List<String> echoOf(List<Found> echoes) {
        Set<String> alerts = new LinkedHashSet<>();
        for (Found echo : echoes) {
            @Nullable Told before = echo.before();
            @Nullable String alert = before == null ? null : before.alertId();
            if (alert != null) {
                alerts.add(alert);
            }
        }
        return List.copyOf(alerts);
    }

    private static Map<LedgerKey, Told> learned(
            AlertCandidate candidate, Findings findings, @Nullable String alertId) {
        String document = candidate.document().id();
        Map<LedgerKey, Told> learned = new LinkedHashMap<>();
        findings.standing().forEach(f -> learned.put(f.key(), new Told(null, document)));
        var now = new Told(alertId, document);
        findings.fresh().forEach(f -> learned.put(f.key(), now));
        findings.procedural().forEach(f -> learned.put(f.key(), now));
        findings.echoes().forEach(f -> learned.put(f.key().repeatedIn(document), now));
        if (alertId != null) {
            learned.put(LedgerKey.alert(candidate.recipient(), alertId), now);
        }
        return learned;
    }

    /** An event may come in parts, and a subscription may join after its event was judged. */
    private static String id(AlertCandidate candidate, Findings findings, Memory memory) {
        String id = AlertIds.of(candidate);
        return memory.told(LedgerKey.alert(candidate.recipient(), id)) == null
                ? id
                : AlertIds.ofPart(candidate, learned(candidate, findings, null).keySet());
    }

    private static boolean isMail(AlertCandidate candidate) {
        return Recipient.parse(candidate.recipient()).kind() == Channel.Kind.MAIL;
    }
}
