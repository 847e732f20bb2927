package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.FormatExtractor;
import nl.beleidsradar.ingest.extract.Original;

/**
 * Real documents: the samples, and thousands of motions where the labelled documents are at hand.
 */
final class Corpus {

    static final Path ROOT =
            Path.of(System.getProperty("beleidsradar.repository", ".")).toAbsolutePath();

    private static final Path MOTIONS = ROOT.resolve("../shared/gold/motions/motions.tar.xz");
    private static final Path UNPACKED = ROOT.resolve("deploy/benchmarks/target/motions");

    private Corpus() {}

    static boolean hasMotions() {
        return Files.exists(MOTIONS);
    }

    /** Each document's text as the service extracts it. */
    static List<String> documents() {
        try {
            Stream<String> motions = hasMotions() ? motions() : Stream.empty();
            return Stream.concat(read(ROOT.resolve("seeds/documents")), motions).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One text of a million characters of real documents, that many times over. */
    static String megabytes(int times) {
        StringBuilder text = new StringBuilder();
        List<String> documents = documents();
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append(documents.get(i % documents.size())).append("\n\n");
        }
        return text.substring(0, 1_000_000).repeat(times);
    }

    private static Stream<String> motions() throws IOException {
        if (!Files.isDirectory(UNPACKED)) {
            Path unfinished = Files.createTempDirectory(UNPACKED.getParent(), "unpacking");
            Process tar =
                    new ProcessBuilder("tar", "-xJf", MOTIONS.toRealPath().toString())
                            .directory(unfinished.toFile())
                            .inheritIO()
                            .start();
            try {
                if (!tar.waitFor(2, TimeUnit.MINUTES) || tar.exitValue() != 0) {
                    throw new IOException("cannot unpack " + MOTIONS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("unpacking " + MOTIONS, e);
            }
            Files.move(unfinished.resolve("motions"), UNPACKED);
            Files.delete(unfinished);
        }
        return read(UNPACKED);
    }

    private static Stream<String> read(Path folder) throws IOException {
        FormatExtractor extractor = new FormatExtractor(o -> new Extracted.Empty("not needed"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .flatMap(file -> text(extractor, file).stream());
        }
    }

    private static Optional<String> text(FormatExtractor extractor, Path file) {
        try {
            Original original =
                    new Original(file, Files.size(file), String.valueOf(file.getFileName()));
            return extractor.extract(original) instanceof Extracted.Text read
                    ? Optional.of(read.text())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
