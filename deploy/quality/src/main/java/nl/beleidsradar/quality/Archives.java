package nl.beleidsradar.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Unpacks with the machine's own tools, as the JDK does not know the format. */
final class Archives {

    private Archives() {}

    /** The folder {@code motions} of the archive, unpacked once. */
    static Path unpacked(Path archive, Path work) throws IOException {
        Path target = work.resolve("motions");
        if (!Files.isDirectory(target)) {
            Path unfinished = Files.createTempDirectory(work, "unpacking");
            Process tar =
                    new ProcessBuilder("tar", "-xJf", archive.toRealPath().toString())
                            .directory(unfinished.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            await(tar, archive);
            Files.move(unfinished.resolve("motions"), target);
            Files.delete(unfinished);
        }
        return target;
    }

    /** The text of an xz file, as it is unpacked. */
    static Process reading(Path file) throws IOException {
        return new ProcessBuilder("xz", "-dc", file.toRealPath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void await(Process process, Path file) throws IOException {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("cannot unpack " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("unpacking " + file, e);
        } finally {
            process.destroyForcibly();
        }
    }
}
