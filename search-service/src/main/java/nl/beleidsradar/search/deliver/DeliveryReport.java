package nl.beleidsradar.search.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.service.StepMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of each message what became of it: one log line, and one measurement for each alert in it.
 * {@value #LATENCY} is the time from fetching a document until the receiver accepted an immediate
 * alert of it.
 */
@Component
class DeliveryReport {

    static final String LATENCY = "beleidsradar.alert.latency";

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReport.class);
    private static final String STEP = "deliver";

    private final StepMetrics metrics;
    private final MeterRegistry registry;

    DeliveryReport(StepMetrics metrics, MeterRegistry registry) {
        this.metrics = metrics;
        this.registry = registry;
    }

    void tell(Parcel parcel, Attempt attempt, Duration took, Instant now) {
        String channel = parcel.recipient().kind().toString();
        switch (attempt) {
            case Attempt.Accepted _ -> {
                for (Slip slip : parcel.slips()) {
                    metrics.done(STEP, channel, took);
                    if (slip.frequency() == Frequency.IMMEDIATE) {
                        latency(channel).record(Duration.between(slip.retrieved(), now));
                    }
                }
                LOG.info(
                        "delivered {}: {} by {}", parcel.message(), parcel.slips().size(), channel);
            }
            case Attempt.Again again -> {
                metrics.failed(STEP, channel, again.reason(), took);
                LOG.warn(
                        "not delivered {} by {}, attempt {}: {}",
                        parcel.message(),
                        channel,
                        parcel.attempts(),
                        again.reason());
            }
            case Attempt.Refused refused -> {
                metrics.failed(STEP, channel, refused.reason(), took);
                LOG.warn("refused {} by {}: {}", parcel.message(), channel, refused.reason());
            }
        }
    }

    private Timer latency(String channel) {
        return Timer.builder(LATENCY)
                .tag("channel", channel)
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    void asked(Subscription subscription, Attempt attempt) {
        LOG.info(
                "confirmation {}: {}",
                Confirmations.mailId(subscription),
                attempt.getClass().getSimpleName());
    }

    Attempt unexpected(String message, RuntimeException e) {
        LOG.error("not delivered {}", message, e);
        return new Attempt.Again(
                "error", "onverwachte fout: " + e.getClass().getSimpleName(), null, false);
    }

    /** To the owner of a subscription whose receiver cannot be told any more. */
    static String message(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Accepted _ -> "";
            case Attempt.Again again ->
                    "Meldingen konden dagenlang niet worden afgeleverd: " + again.detail() + ".";
            case Attempt.Refused refused ->
                    "Meldingen worden hier niet meer aangenomen: " + refused.detail() + ".";
        };
    }
}
