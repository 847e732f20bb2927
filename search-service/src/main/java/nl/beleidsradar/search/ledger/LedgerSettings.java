package nl.beleidsradar.search.ledger;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the mention ledger runs and when it bundles.
 *
 * @param stateFolder holds what it remembers, beside the log; one folder within it an instance
 * @param instance of the service, the same at each start
 * @param replicationFactor of the topics that it makes itself; -1 for the broker's default
 * @param commitInterval the longest that a judgement waits to be seen
 * @param mostAtOnce immediate alerts that a mail recipient gets one by one in a window
 * @param floodWindow windows begin at whole multiples of it since 1970
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.alerts.ledger", ignoreUnknownFields = false)
public record LedgerSettings(
        @NotNull @DefaultValue("data/work/ledger") Path stateFolder,
        @NotBlank @DefaultValue("0") String instance,
        @Min(-1) @DefaultValue("-1") int replicationFactor,
        @NotNull @DefaultValue("50ms") Duration commitInterval,
        @Min(1) @DefaultValue("20") int mostAtOnce,
        @NotNull @DefaultValue("10m") Duration floodWindow) {}
