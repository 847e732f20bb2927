package nl.beleidsradar.search.index;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the document store is, for originals and large texts.
 *
 * @param folder its root
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.store", ignoreUnknownFields = false)
public record StoreSettings(@NotNull @DefaultValue("data/store") Path folder) {}
