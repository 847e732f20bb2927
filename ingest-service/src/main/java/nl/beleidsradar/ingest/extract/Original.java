package nl.beleidsradar.ingest.extract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document.
 *
 * @param file where they lie, under a name of our own
 * @param size in bytes
 * @param fileName its name at the source
 * @param allowance what may be unpacked of it; the extractor's own limits hold besides
 */
public record Original(Path file, long size, @Nullable String fileName, Allowance allowance) {

    public Original(Path file, long size, @Nullable String fileName) {
        this(file, size, fileName, Allowance.ANY);
    }
}
