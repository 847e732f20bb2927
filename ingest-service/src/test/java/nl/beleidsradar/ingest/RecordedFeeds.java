package nl.beleidsradar.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Responses of the official sources: those small enough and free to be kept here (see {@code
 * feeds/NOTICE.md}), and more beside the repository, which may be absent.
 */
public final class RecordedFeeds {

    private RecordedFeeds() {}

    public static Path folder(String name) {
        return repository().resolve("ingest-service/src/test/resources/feeds").resolve(name);
    }

    public static String text(String name) {
        try {
            return Files.readString(folder(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or folder that is kept beside the repository only. */
    public static Optional<Path> shared(String name) {
        Path path = repository().resolveSibling("shared").resolve("feeds").resolve(name);
        boolean there = Files.exists(path);
        System.out.println("feeds/" + name + (there ? ": used" : " is absent: tested without it"));
        return there ? Optional.of(path) : Optional.empty();
    }

    private static Path repository() {
        return Path.of(System.getProperty("beleidsradar.repository", ".."))
                .toAbsolutePath()
                .normalize();
    }
}
