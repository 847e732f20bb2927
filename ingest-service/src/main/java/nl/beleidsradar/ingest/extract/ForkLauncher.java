package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program that starts an extraction process: in a network of its own, which leads nowhere,
 * where the kernel allows it, and with a limit on each file it writes.
 *
 * @param program takes the arguments of {@code java}
 * @param isolated whether the process has no network
 */
record ForkLauncher(Path program, boolean isolated) {

    private static final long PROBE_SECONDS = 20;
    private static final int ULIMIT_BLOCK = 512;
    // As root, or with the right to; else as the root of a user namespace of its own.
    private static final List<String> WITHOUT_NETWORK = List.of("unshare -n", "unshare -rn");

    /** Tries what is possible here, most isolated first. */
    static ForkLauncher find(Path java, Path folder, long largestFile) throws IOException {
        Path script = folder.resolve("extractor-java");
        for (String start : WITHOUT_NETWORK) {
            write(script, start, java, largestFile);
            if (works(script)) {
                return new ForkLauncher(script, true);
            }
        }
        write(script, "", java, largestFile);
        return new ForkLauncher(works(script) ? script : java, false);
    }

    private static void write(Path script, String start, Path java, long largestFile)
            throws IOException {
        String text =
                """
                #!/bin/sh
                ulimit -f %d || exit 1
                [ "$1" = --probe ] && exec %s true
                exec %s '%s' "$@"
                """
                        .formatted(
                                largestFile / ULIMIT_BLOCK,
                                start,
                                start,
                                java.toString().replace("'", "'\\''"));
        Path unfinished = Files.createTempFile(folderOf(script), "extractor", ".part");
        Files.writeString(unfinished, text);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, script, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? Path.of("") : folder;
    }

    private static boolean works(Path script) {
        try {
            Process probe =
                    new ProcessBuilder(script.toString(), "--probe")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            probe.destroyForcibly();
            return ended && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
