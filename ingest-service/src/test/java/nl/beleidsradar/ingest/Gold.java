package nl.beleidsradar.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Documents shared between projects, beside the repository; tests pass without them. */
public final class Gold {

    private Gold() {}

    public static Optional<Path> folder(String name) {
        Path folder = repository().resolveSibling("shared").resolve("gold").resolve(name);
        boolean there = Files.isDirectory(folder);
        System.out.println("gold/" + name + (there ? ": used" : " is absent: tested without it"));
        return there ? Optional.of(folder) : Optional.empty();
    }

    public static Path seeds() {
        return repository().resolve("seeds/documents");
    }

    private static Path repository() {
        return Path.of(System.getProperty("beleidsradar.repository", "..")).toAbsolutePath();
    }
}
