package nl.beleidsradar.search.match;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a large document one record of candidates tells.
 *
 * @param passages most mentions with their sentence; further ones have a fingerprint only
 * @param candidateSize most that a record may weigh, by a generous estimate; what is more goes into
 *     a further record
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.alerts.match", ignoreUnknownFields = false)
public record MatchSettings(
        @Min(1) @DefaultValue("200") int passages,
        @NotNull @DefaultValue("6MB") DataSize candidateSize) {}
