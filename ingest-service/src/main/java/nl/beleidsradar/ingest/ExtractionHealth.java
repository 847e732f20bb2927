package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.extract.ExtractSettings;
import nl.beleidsradar.ingest.extract.TikaTextExtractor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether the extraction processes are cut off from the network, and their limits. */
@Component("extraction")
final class ExtractionHealth implements HealthIndicator {

    private final TikaTextExtractor extractor;
    private final ExtractSettings settings;

    ExtractionHealth(TikaTextExtractor extractor, ExtractSettings settings) {
        this.extractor = extractor;
        this.settings = settings;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("network", extractor.isIsolated() ? "isolated" : "shared")
                .withDetail("processes", settings.processes())
                .withDetail("memory", settings.memory().toString())
                .withDetail("timeout", settings.timeout().toString())
                .build();
    }
}
