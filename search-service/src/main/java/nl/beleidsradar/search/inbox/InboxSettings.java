package nl.beleidsradar.search.inbox;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the list of alerts calls late.
 *
 * @param late time from the fetching of a document to its alert beyond which it is
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.alerts.inbox", ignoreUnknownFields = false)
public record InboxSettings(@NotNull @DefaultValue("15m") Duration late) {}
