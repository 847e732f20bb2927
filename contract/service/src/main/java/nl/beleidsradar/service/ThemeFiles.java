package nl.beleidsradar.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The theme files that staff have not changed: those packaged, or a folder of the operator's. */
public final class ThemeFiles {

    public static final String PACKAGED = "classpath*:themes/*.yaml";

    private ThemeFiles() {}

    /**
     * Reads them.
     *
     * @param location a Spring resource pattern, or a folder that holds them
     * @return content by file name
     */
    public static SortedMap<String, String> read(String location) {
        String pattern = location.contains(":") ? location : "file:" + location + "/*.yaml";
        TreeMap<String, String> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                files.put(
                        Objects.requireNonNullElse(file.getFilename(), file.getDescription()),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("theme files at " + pattern, e);
        }
    }
}
