package nl.beleidsradar.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import nl.beleidsradar.ingest.extract.PageReader;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether pictures of pages can be read; a service without is up, and says so. */
@Component("ocr")
final class OcrHealth implements HealthIndicator {

    private final PageReader reader;
    private final OcrWork work;

    OcrHealth(PageReader reader, OcrWork work, MeterRegistry metrics) {
        this.reader = reader;
        this.work = work;
        Gauge.builder("beleidsradar.ocr.waiting", work, OcrWork::size)
                .description("documents whose pages are still to be read from pictures")
                .register(metrics);
        Gauge.builder("beleidsradar.ocr.available", reader, r -> r.isAvailable() ? 1 : 0)
                .description("1 where pictures of pages can be read")
                .register(metrics);
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("available", reader.isAvailable())
                .withDetail("program", reader.name())
                .withDetail("waiting", work.size())
                .build();
    }
}
