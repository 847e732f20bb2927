package nl.beleidsradar.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Many documents to load: real motions of the Tweede Kamer where the labelled set lies beside the
 * repository, else texts recombined from the sample documents.
 */
final class SampleDocuments {

    private static final Path MOTIONS =
            LocalStack.REPOSITORY.resolve("../shared/gold/motions/motions.tar.xz").normalize();
    private static final Path SEEDS = LocalStack.REPOSITORY.resolve("seeds/documents");

    private SampleDocuments() {}

    /**
     * Writes {@code count} different documents into a folder.
     *
     * @param wanted says of its text whether a document is
     */
    static List<Path> write(Path folder, int count, Predicate<String> wanted)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (Files.exists(MOTIONS)) {
            System.out.println("documents: " + count + " real motions");
            unpack(folder, count, wanted);
        } else {
            System.out.println(
                    "documents: the labelled motions are absent; recombined from the seeds");
            recombine(folder, count, wanted);
        }
        try (Stream<Path> written = Files.list(folder)) {
            return written.sorted().toList();
        }
    }

    private static void unpack(Path folder, int count, Predicate<String> wanted)
            throws IOException, InterruptedException {
        Path all = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "motions");
        Process tar =
                new ProcessBuilder("tar", "-xJf", MOTIONS.toString(), "-C", all.toString())
                        .inheritIO()
                        .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar ended with " + tar.exitValue());
        }
        try (Stream<Path> files = Files.walk(all)) {
            List<Path> chosen =
                    files.filter(f -> f.toString().endsWith(".xml"))
                            .filter(f -> wanted.test(text(f)))
                            .sorted()
                            .limit(count)
                            .toList();
            if (chosen.size() < count) {
                throw new IOException("only " + chosen.size() + " motions");
            }
            for (Path file : chosen) {
                Files.move(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void recombine(Path folder, int count, Predicate<String> wanted)
            throws IOException {
        List<String> paragraphs = new ArrayList<>();
        try (Stream<Path> seeds = Files.list(SEEDS).sorted()) {
            for (Path seed : seeds.toList()) {
                Stream.of(Files.readString(seed).split("\n\\s*\n"))
                        .filter(wanted)
                        .forEach(paragraphs::add);
            }
        }
        Random random = new Random(20261121);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("Document " + i + "\n\n");
            for (int p = 0; p < 12; p++) {
                text.append(paragraphs.get(random.nextInt(paragraphs.size()))).append("\n\n");
            }
            Files.writeString(folder.resolve("recombined-%05d.txt".formatted(i)), text);
        }
    }
}
