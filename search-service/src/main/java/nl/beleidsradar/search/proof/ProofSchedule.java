package nl.beleidsradar.search.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Sends probes and sweeps at their times, and holds what they found last. */
@Component
@EnableConfigurationProperties(ProofSettings.class)
public class ProofSchedule implements Proof, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProofSchedule.class);
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final Duration FIRST_PROBE = Duration.ofMinutes(1);

    private final ProofSettings settings;
    private final Canary canary;
    private final Sweep sweep;
    private final SimpleAsyncTaskScheduler tasks = new SimpleAsyncTaskScheduler();
    private final ReentrantLock sweeping = new ReentrantLock();
    private volatile @Nullable SweepReport swept;

    ProofSchedule(
            ProofSettings settings,
            ProbeUpload upload,
            Canary.Perch perch,
            DayLog log,
            Matching matching,
            ToldMentions told,
            Subscriptions subscriptions,
            MeterRegistry metrics) {
        this.settings = settings;
        Clock clock = Clock.systemUTC();
        canary = new Canary(upload, perch, settings, clock, metrics);
        sweep = new Sweep(log, matching, told, subscriptions, settings.underWay(), clock);
        tasks.setThreadNamePrefix("proof-");
        tasks.setVirtualThreads(true);
        Gauge.builder("beleidsradar.sweep.differences", this, p -> p.differences())
                .description("mentions that the last sweep found untold")
                .register(metrics);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.canary().isPositive()) {
            Duration first =
                    settings.canary().compareTo(FIRST_PROBE) < 0 ? settings.canary() : FIRST_PROBE;
            tasks.scheduleWithFixedDelay(this::probe, Instant.now().plus(first), settings.canary());
        }
        if (!settings.sweep().equals("-")) {
            tasks.schedule(this::sweep, new CronTrigger(settings.sweep(), HERE));
        }
    }

    private void probe() {
        try {
            canary.probe();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sweeps now, unless a sweep is under way. */
    public Optional<SweepReport> sweep() {
        if (!sweeping.tryLock()) {
            return Optional.empty();
        }
        try {
            SweepReport report = sweep.run();
            swept = report;
            LOG.info(
                    "sweep: {} events, {} mentions compared, {} differences",
                    report.documents(),
                    report.compared(),
                    report.differences());
            return Optional.of(report);
        } finally {
            sweeping.unlock();
        }
    }

    @Override
    public CanaryReport canary() {
        return canary.report();
    }

    @Override
    public Optional<SweepReport> swept() {
        return Optional.ofNullable(swept);
    }

    private double differences() {
        SweepReport last = swept;
        return last == null ? 0 : last.differences();
    }

    @Override
    public void close() {
        tasks.close();
    }
}
