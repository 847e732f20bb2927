package nl.beleidsradar.search.theme;

import nl.beleidsradar.service.ThemeFiles;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the themes come from that staff have not changed.
 *
 * @param location a Spring resource pattern, or a folder of theme files
 */
@ConfigurationProperties(prefix = "beleidsradar.themes", ignoreUnknownFields = false)
public record ThemeSettings(@DefaultValue(ThemeFiles.PACKAGED) String location) {}
