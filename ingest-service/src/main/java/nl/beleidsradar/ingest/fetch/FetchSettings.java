package nl.beleidsradar.ingest.fetch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where documents come from and how much at a time.
 *
 * @param folders watched folders, each with all its sub-folders
 * @param workFolder for what can be made again: class path and configuration of the extractor
 * @param scanInterval between two looks at the folders; longer where a look itself takes long
 * @param stableFor a file is taken once its size and time have not changed for so long
 * @param retryAfter before a file that could not be read is tried again
 * @param maxFileSize larger files are refused; uploads obey {@code spring.servlet.multipart}
 * @param workers documents worked on side by side
 * @param sourcesLocation the file of the remote sources
 * @param live whether the remote sources are polled; else they are configured and paused
 * @param allowPrivateAddresses whether a remote source may be at a private or loopback address
 * @param sources what differs from the file, by the id of the source
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.ingest", ignoreUnknownFields = false)
public record FetchSettings(
        @DefaultValue List<Path> folders,
        @DefaultValue("data/work") Path workFolder,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration scanInterval,
        @DefaultValue("2s") @DurationMin(millis = 0) Duration stableFor,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration retryAfter,
        @DefaultValue("256MB") DataSize maxFileSize,
        @DefaultValue("8") @Min(1) @Max(256) int workers,
        @DefaultValue("classpath:sources.yaml") Resource sourcesLocation,
        @DefaultValue("false") boolean live,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue Map<String, SourceSettings> sources) {

    public FetchSettings {
        folders = folders.stream().map(f -> f.toAbsolutePath().normalize()).toList();
    }

    /** Whether a source is polled, if it is enabled at all. */
    boolean isLive(String id) {
        Boolean own =
                sources.entrySet().stream()
                        .filter(s ->
                                SourceCatalog.plain(s.getKey()).equals(SourceCatalog.plain(id)))
                        .map(s -> s.getValue().live())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return own == null ? live : own;
    }
}
