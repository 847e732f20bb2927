package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import nl.beleidsradar.contract.DocumentEnriched.Ruleset;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.enrich.reference.ReferenceFinder;
import nl.beleidsradar.enrich.theme.ThemeFileException;
import nl.beleidsradar.enrich.theme.ThemeTagger;
import nl.beleidsradar.enrich.theme.ThemeVocabulary;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The themes and citation grammars in force, and the name they go by in each event. */
record Rules(ThemeTagger tagger, ReferenceFinder finder, Ruleset ruleset) {

    static final String PACKAGED_THEMES = "classpath*:themes/*.yaml";

    /**
     * Reads the theme files.
     *
     * @param themesLocation a resource pattern, or a folder
     * @throws ThemeFileException if there are none, or one cannot be used
     */
    static Rules load(String themesLocation) {
        TreeMap<String, String> files = themeFiles(pattern(themesLocation));
        if (files.isEmpty()) {
            throw new ThemeFileException(themesLocation, "holds no theme files");
        }
        ThemeVocabulary vocabulary = ThemeVocabulary.ofFiles(files);
        ReferenceFinder finder = ReferenceFinder.standard();
        return new Rules(
                new ThemeTagger(vocabulary),
                finder,
                new Ruleset(
                        vocabulary.version() + finder.version(),
                        fingerprint(files, finder.version())));
    }

    private static String pattern(String location) {
        return location.contains(":") ? location : "file:" + location + "/*.yaml";
    }

    private static TreeMap<String, String> themeFiles(String pattern) {
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

    private static String fingerprint(TreeMap<String, String> files, int grammarVersion) {
        StringBuilder all = new StringBuilder();
        files.forEach((name, content) -> all.append(name).append('\n').append(content));
        all.append("grammars ").append(grammarVersion);
        return BlobRef.hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
