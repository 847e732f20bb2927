package nl.beleidsradar.service.store;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the document store is, for originals and large texts; the same for all services.
 *
 * @param folder its root, need not exist yet; not used where a bucket is named
 * @param s3 the bucket, in place of the folder
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.store", ignoreUnknownFields = false)
public record StoreSettings(
        @NotNull @DefaultValue("data/store") Path folder, @Valid @Nullable S3Settings s3) {}
