package nl.beleidsradar.ingest.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the document store is.
 *
 * @param folder root of the store, shared with the services that read it
 */
@ConfigurationProperties(prefix = "beleidsradar.store", ignoreUnknownFields = false)
public record StoreSettings(@DefaultValue("data/store") Path folder) {}
