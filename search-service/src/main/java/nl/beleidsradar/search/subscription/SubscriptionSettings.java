package nl.beleidsradar.search.subscription;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people may subscribe to.
 *
 * @param ownAddress the user's own mail address, which needs no confirmation
 * @param perOwner most subscriptions of one person
 * @param tooBroad messages a week above which a preview warns
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.alerts.subscriptions", ignoreUnknownFields = false)
public record SubscriptionSettings(
        @NotBlank @DefaultValue("local@localhost") String ownAddress,
        @Positive @DefaultValue("100000") int perOwner,
        @Positive @DefaultValue("50") int tooBroad) {}
