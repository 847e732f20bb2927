package nl.beleidsradar.ingest.fetch.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request may cost.
 *
 * @param connect time until the connection stands
 * @param silence longest time without a byte
 * @param page time for a list page as a whole
 * @param file time for a file as a whole
 * @param window over which the speed is measured
 * @param leastPerWindow bytes that must come within each window
 * @param redirects followed at most
 * @param longestRetryAfter what a host may ask for at most
 * @param breakAfter requests of a source that fail in a row before it is left alone
 * @param breakFor how long it is then left alone
 * @param userAgent how the service names itself to the hosts
 */
@ConfigurationProperties(prefix = "beleidsradar.transfer", ignoreUnknownFields = false)
public record TransferLimits(
        @DefaultValue("10s") Duration connect,
        @DefaultValue("30s") Duration silence,
        @DefaultValue("2m") Duration page,
        @DefaultValue("15m") Duration file,
        @DefaultValue("30s") Duration window,
        @DefaultValue("8KB") DataSize leastPerWindow,
        @DefaultValue("5") int redirects,
        @DefaultValue("6h") Duration longestRetryAfter,
        @DefaultValue("10") int breakAfter,
        @DefaultValue("1m") Duration breakFor,
        @DefaultValue("Beleidsradar/0.1") String userAgent) {}
