package nl.beleidsradar.enrich;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import nl.beleidsradar.service.ThemeFiles;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the enrich service.
 *
 * @param themesLocation resource pattern of the theme files, or a folder that holds them
 * @param maxText largest text taken from the document store
 * @param maxBody largest body of {@code POST /api/analyze}
 * @param maxPassageUnits evidence one event may carry, in UTF-16 units over all themes
 * @param maxReferences references one event may carry
 * @param previewTime how long the archive is read to show what a changed theme would do to it
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.enrich", ignoreUnknownFields = false)
record EnrichSettings(
        @NotBlank @DefaultValue(ThemeFiles.PACKAGED) String themesLocation,
        @DefaultValue("256MB") DataSize maxText,
        @DefaultValue("32MB") DataSize maxBody,
        @Positive @DefaultValue("1500000") int maxPassageUnits,
        @Positive @DefaultValue("8000") int maxReferences,
        @DefaultValue("25s") Duration previewTime) {

    EvidenceLimit evidenceLimit() {
        return new EvidenceLimit(maxPassageUnits, maxReferences);
    }
}
