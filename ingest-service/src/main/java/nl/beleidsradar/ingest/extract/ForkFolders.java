package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where the extraction processes write: their temporary files, which a killed one leaves behind,
 * and what they take out of files.
 */
record ForkFolders(Path temporary, Path unpacked) {

    /** Both made, and emptied of what an earlier run left. */
    static ForkFolders emptied(Path workFolder) throws IOException {
        ForkFolders folders = in(workFolder);
        Unpacked.delete(folders.temporary);
        Unpacked.delete(folders.unpacked);
        Files.createDirectories(folders.temporary);
        Files.createDirectories(folders.unpacked);
        return folders;
    }

    static ForkFolders in(Path workFolder) {
        Path folder = workFolder.toAbsolutePath().normalize();
        return new ForkFolders(
                folder.resolve("extractor-temporary"), folder.resolve("extractor-unpacked"));
    }

    /** A folder of its own for one file, made by the process when it is needed. */
    Path forUnpacking() {
        return unpacked.resolve(UUID.randomUUID().toString());
    }

    /** Removes temporary files that no running extraction can still use. */
    void tidy(Duration timeout) {
        tidy(temporary, timeout);
    }

    static void tidy(Path temporary, Duration timeout) {
        Instant before = Instant.now().minus(timeout.multipliedBy(2)).minusSeconds(10);
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Unpacked.delete(file);
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // Another may have removed it; the rest goes next time.
        }
    }
}
