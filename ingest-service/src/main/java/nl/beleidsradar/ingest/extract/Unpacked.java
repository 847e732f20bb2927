package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents found inside another, as files that go when this is closed.
 *
 * @param folder the files lie in; null for a format that holds none
 * @param documents in their order in the file
 */
public record Unpacked(@Nullable Path folder, List<Embedded> documents) implements AutoCloseable {

    /** Of a format that holds no documents, such as a plain text. */
    public static final Unpacked NONE = new Unpacked(null, List.of());

    /**
     * One embedded document.
     *
     * @param name as the file around it gives it, folders included; empty where it gives none
     */
    public record Embedded(Path file, String name) {}

    public Unpacked {
        documents = List.copyOf(documents);
    }

    @Override
    public void close() {
        if (folder != null) {
            delete(folder);
        }
    }

    /** Removes a folder of files; what cannot be removed is left for the next start. */
    static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Work files only.
        }
    }
}
