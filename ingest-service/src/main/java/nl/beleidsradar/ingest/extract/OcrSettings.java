package nl.beleidsradar.ingest.extract;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Reading of pages that are pictures.
 *
 * @param enabled whether it is done at all, where the program for it is installed
 * @param languages of the pages, as the program names them, joined by {@code +}
 * @param memory heap of the process that makes pictures of pages
 * @param timeout for all pages of one document
 * @param pageTimeout for one page
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.ocr", ignoreUnknownFields = false)
public record OcrSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("nld+eng") @Pattern(regexp = "[a-z_]{3,12}(\\+[a-z_]{3,12}){0,9}")
                String languages,
        @DefaultValue("512MB") DataSize memory,
        @DefaultValue("20m") @DurationMin(seconds = 1) Duration timeout,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration pageTimeout) {}
