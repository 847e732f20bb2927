package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The smallest heap in which a text can be enriched, by halving. What a program allocates tells
 * little of what it needs; whether it succeeds in a heap of a size tells exactly that.
 */
final class HeapSearch {

    private static final Path MEGABYTE =
            Corpus.ROOT.resolve("deploy/benchmarks/target/megabyte.txt");
    private static final int LARGEST = 1024;
    private static final int STEP = 2;
    private static final int NEVER_ENOUGH = 8;

    private HeapSearch() {}

    static String megabyte() {
        try {
            return Files.readString(MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes of heap for that many million characters; the largest tried where none will do. */
    static int smallestHeap(int millionCharacters) throws IOException, InterruptedException {
        Files.writeString(MEGABYTE, Corpus.megabytes(1));
        int tooSmall = NEVER_ENOUGH;
        int enough = LARGEST;
        while (enough - tooSmall > STEP) {
            int heap = (tooSmall + enough) / 2;
            if (succeeds(millionCharacters, heap)) {
                enough = heap;
            } else {
                tooSmall = heap;
            }
        }
        return enough;
    }

    private static boolean succeeds(int millionCharacters, int heap)
            throws IOException, InterruptedException {
        // A small young generation: else a third of the heap stands empty beside what is needed.
        Process probe =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx" + heap + "m",
                                        "-Xmn4m",
                                        "-XX:+UseSerialGC",
                                        "-XX:+ExitOnOutOfMemoryError",
                                        "-Dbeleidsradar.repository=" + Corpus.ROOT,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        HeapProbe.class.getName(),
                                        Integer.toString(millionCharacters)))
                        .redirectErrorStream(true)
                        .start();
        try {
            String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return probe.waitFor(2, TimeUnit.MINUTES) && probe.exitValue() == 0 && !said.isBlank();
        } finally {
            probe.destroyForcibly();
        }
    }
}
