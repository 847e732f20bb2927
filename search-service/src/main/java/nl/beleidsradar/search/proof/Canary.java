package nl.beleidsradar.search.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.beleidsradar.contract.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document of our own that goes through every service, is matched by a subscription of our own
 * and told of in an inbox of our own. It shows that alerting works when nothing happens in The
 * Hague, and how long it takes from upload to telling.
 */
public final class Canary {

    /** Owner of the subscription that finds them. */
    static final String OWNER = "beleidsradar";

    static final String QUERY = "\"proefdocument van beleidsradar\"";

    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Where the probes are told of. */
    interface Perch {

        /** Makes the subscription that finds probes, where it is not there; why it cannot be. */
        Optional<String> follow();

        /** When a probe was told of. */
        Optional<Instant> toldOf(String documentId);
    }

    private final ProbeUpload upload;
    private final Perch perch;
    private final Duration patience;
    private final Clock clock;
    private final Timer latency;
    private volatile CanaryReport report;

    Canary(
            ProbeUpload upload,
            Perch perch,
            ProofSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.upload = upload;
        this.perch = perch;
        this.patience = settings.patience();
        this.clock = clock;
        report = settings.canary().isZero() ? CanaryReport.OFF : CanaryReport.STARTING;
        latency =
                Timer.builder("beleidsradar.canary.latency")
                        .description("from the upload of a probe document until it was told of")
                        .publishPercentileHistogram()
                        .register(metrics);
        Gauge.builder("beleidsradar.canary.missing", this, c -> c.isMissing() ? 1 : 0)
                .description("1 while the last probe document was not told of in time")
                .register(metrics);
    }

    public CanaryReport report() {
        return report;
    }

    private boolean isMissing() {
        return report.state() == CanaryReport.State.MISSING;
    }

    /** Sends one probe and waits until it is told of, or counts as missing. */
    void probe() throws InterruptedException {
        Instant sent = clock.instant();
        String local = sent.toString().replaceAll("[^0-9TZ]", "-");
        Optional<String> problem = perch.follow();
        if (problem.isEmpty()) {
            problem =
                    upload.send(
                            local,
                            "Proefdocument " + sent,
                            "Dit is het proefdocument van Beleidsradar van " + sent + ".");
        }
        if (problem.isPresent()) {
            missing(sent, problem.get());
            return;
        }
        Optional<Instant> told = await(Events.PROBE_SOURCE + ":" + local, sent.plus(patience));
        if (told.isEmpty()) {
            missing(sent, "not told of within " + patience.toSeconds() + " s");
            return;
        }
        report = report.told(sent, told.get());
        latency.record(Duration.between(sent, told.get()));
        LOG.info("probe {} told of after {}", local, Duration.between(sent, told.get()));
    }

    private Optional<Instant> await(String documentId, Instant until) throws InterruptedException {
        Optional<Instant> told = perch.toldOf(documentId);
        while (told.isEmpty() && clock.instant().isBefore(until)) {
            Thread.sleep(LOOK);
            told = perch.toldOf(documentId);
        }
        return told;
    }

    private void missing(Instant sent, String why) {
        report = report.missing(sent, why);
        LOG.error("probe of {} is missing: {}", sent, why);
    }
}
