package nl.beleidsradar.service;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may reach a service while no login is configured.
 *
 * @param publishedOnLoopback the operator's word that the service, although it listens on all
 *     addresses of its container, is published on a loopback address of the host only
 * @param trustedHosts host names by which the other containers of the same stack call this service
 */
@ConfigurationProperties(prefix = "beleidsradar.access", ignoreUnknownFields = false)
public record AccessSettings(
        @DefaultValue("false") boolean publishedOnLoopback,
        @DefaultValue List<String> trustedHosts) {}
