package nl.beleidsradar.enrich.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of the repository that tests read: the real themes, the sample documents. */
final class Repository {

    static final Path ROOT = Path.of(System.getProperty("beleidsradar.repository", ".."));

    private Repository() {}

    static Map<String, String> themeFiles() {
        return files(ROOT.resolve("seeds/themes"));
    }

    static Map<String, String> sampleDocuments() {
        return files(ROOT.resolve("seeds/documents"));
    }

    static ThemeTagger tagger() {
        return new ThemeTagger(ThemeVocabulary.ofFiles(themeFiles()));
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
