package nl.beleidsradar.search.subscription;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where webhooks may lead.
 *
 * @param localTargets whether http, loopback and private addresses are allowed; where it is not
 *     set, only on a service that listens on loopback itself
 */
@ConfigurationProperties(prefix = "beleidsradar.alerts.webhook", ignoreUnknownFields = false)
public record WebhookSettings(@Nullable Boolean localTargets) {}
