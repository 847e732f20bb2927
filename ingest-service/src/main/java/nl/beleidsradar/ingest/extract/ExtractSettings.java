package nl.beleidsradar.ingest.extract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on reading documents.
 *
 * @param processes extraction processes side by side
 * @param memory heap of each
 * @param timeout for one document
 * @param maxText largest text, in characters (1 byte of this setting is 1 character)
 * @param maxAttachments attachments and embedded files taken out of one document
 * @param documentsPerProcess after so many documents a process is replaced by a fresh one
 * @param maxEmbeddedDepth attachments of attachments: so many levels below the document listed
 * @param maxEmbedded documents inside one listed document, all levels together
 * @param maxEmbeddedSize bytes of all of those
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.extract", ignoreUnknownFields = false)
public record ExtractSettings(
        @DefaultValue("2") @Min(1) @Max(64) int processes,
        @DefaultValue("512MB") DataSize memory,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration timeout,
        @DefaultValue("16MB") DataSize maxText,
        @DefaultValue("1000") @Min(0) int maxAttachments,
        @DefaultValue("5000") @Min(1) int documentsPerProcess,
        @DefaultValue("5") @Min(0) @Max(20) int maxEmbeddedDepth,
        @DefaultValue("5000") @Min(0) int maxEmbedded,
        @DefaultValue("1GB") DataSize maxEmbeddedSize) {}
