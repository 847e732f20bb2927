package nl.beleidsradar.search.proof;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often alerting is proven.
 *
 * @param canary time between two probe documents; zero for none
 * @param patience how long a probe may take before it counts as missing
 * @param underWay age below which a document may still be on its way, and is not swept
 * @param sweep when the day's documents are matched again: a cron expression of six fields in
 *     Europe/Amsterdam, or {@code -} for never
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.proof", ignoreUnknownFields = false)
record ProofSettings(
        @DefaultValue("15m") Duration canary,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("2m") Duration underWay,
        @DefaultValue("0 0 3 * * *") @NotBlank String sweep) {}
