package nl.beleidsradar.enrich;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the document store is.
 *
 * @param folder its root; need not exist yet
 */
@ConfigurationProperties(prefix = "beleidsradar.store", ignoreUnknownFields = false)
record StoreSettings(@DefaultValue("data/store") Path folder) {}
