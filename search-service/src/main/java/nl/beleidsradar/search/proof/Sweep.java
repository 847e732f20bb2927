package nl.beleidsradar.search.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.AlertCandidate.Reason;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches a day's documents again with every subscription that has not changed since, and asks the
 * ledger whether it knows what is found. What it does not know was lost on the way: it is reported,
 * and sent to the ledger once more, so that the recipient is told after all.
 */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration PERIOD = Duration.ofHours(24);

    private final DayLog log;
    private final Matching matching;
    private final ToldMentions told;
    private final Subscriptions subscriptions;
    private final Duration underWay;
    private final Clock clock;

    Sweep(
            DayLog log,
            Matching matching,
            ToldMentions told,
            Subscriptions subscriptions,
            Duration underWay,
            Clock clock) {
        this.log = log;
        this.matching = matching;
        this.told = told;
        this.subscriptions = subscriptions;
        this.underWay = underWay;
        this.clock = clock;
    }

    SweepReport run() {
        Instant to = clock.instant().minus(underWay);
        var counts = new Counts(to.minus(PERIOD), to);
        try {
            log.read(counts.from, to, (event, written) -> check(event, written, counts));
            return counts.report(clock.instant(), null);
        } catch (DayLog.LogUnavailable | LedgerUnavailable e) {
            LOG.warn("the sweep was not completed: {}", e.getMessage());
            return counts.report(clock.instant(), e.getMessage());
        }
    }

    private void check(DocumentEnriched event, Instant written, Counts counts) {
        counts.documents++;
        for (AlertCandidate candidate : matching.match(event)) {
            List<Reason> lost = new ArrayList<>();
            for (Reason reason : candidate.reasons()) {
                List<Follower> since =
                        reason.followers().stream().filter(f -> unchanged(f, written)).toList();
                if (!since.isEmpty()) {
                    lost(candidate, new Reason(reason.subject(), since, reason.mentions()), counts)
                            .ifPresent(lost::add);
                }
            }
            if (!lost.isEmpty()) {
                log.send(
                        new AlertCandidate(
                                candidate.recipient(),
                                candidate.document(),
                                candidate.version(),
                                candidate.cause(),
                                lost));
            }
        }
    }

    /** A subscription that was made or changed after the event could not have been told of it. */
    private boolean unchanged(Follower follower, Instant written) {
        return subscriptions
                .find(follower.id())
                .filter(s -> s.changed().isBefore(written))
                .isPresent();
    }

    private Optional<Reason> lost(AlertCandidate candidate, Reason reason, Counts counts) {
        List<Mention> unknown = new ArrayList<>();
        for (Mention mention : reason.mentions()) {
            switch (told.of(candidate.recipient(), reason.subject(), mention.fingerprint())) {
                case KNOWN -> counts.compared++;
                case UNKNOWN -> {
                    counts.compared++;
                    unknown.add(mention);
                }
                case ELSEWHERE -> {
                    // The instance that keeps it sweeps too.
                }
                case UNAVAILABLE -> throw new LedgerUnavailable();
            }
        }
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        String document = candidate.document().id();
        for (Follower follower : reason.followers()) {
            LOG.error("not told: {} to subscription {}", document, follower.id());
            counts.lost(follower.id(), document, reason.subject().toString(), unknown.size());
        }
        return Optional.of(new Reason(reason.subject(), reason.followers(), unknown));
    }

    private static final class Counts {

        private final Instant from;
        private final Instant to;
        private final List<SweepReport.Difference> examples = new ArrayList<>();
        private long documents;
        private long compared;
        private long differences;

        Counts(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        void lost(String subscription, String document, String subject, int mentions) {
            differences += mentions;
            if (examples.size() < SweepReport.MOST) {
                examples.add(new SweepReport.Difference(subscription, document, subject));
            }
        }

        SweepReport report(Instant at, @Nullable String message) {
            return new SweepReport(
                    from, to, documents, compared, differences, List.copyOf(examples), at, message);
        }
    }

    private static final class LedgerUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        LedgerUnavailable() {
            super("the ledger cannot be asked now", null, false, false);
        }
    }
}
