package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.Gold;

/** The test files of the parsers themselves, as their projects publish them, and our own. */
final class HostileFiles {

    private HostileFiles() {}

    /**
     * One file of the corpus.
     *
     * @param name its path in its origin
     */
    record HostileFile(String name, Bytes bytes) {}

    /** Read when it is its turn: together they do not fit in memory. */
    interface Bytes {
        byte[] read() throws IOException;
    }

    static List<HostileFile> all() throws IOException {
        List<HostileFile> files = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of("target", "hostile"))) {
            for (Path jar : jars.sorted().toList()) {
                files.addAll(in(jar));
            }
        }
        Optional<Path> gold = Gold.folder("hostile");
        if (gold.isPresent()) {
            try (Stream<Path> list = Files.list(gold.get())) {
                list.sorted()
                        .forEach(f ->
                                files.add(
                                        new HostileFile(
                                                "gold/" + f.getFileName(),
                                                () -> Files.readAllBytes(f))));
            }
        }
        return files;
    }

    private static List<HostileFile> in(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(e -> !e.isDirectory() && !e.getName().endsWith(".class"))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .map(e -> new HostileFile(e.getName(), () -> read(jar, e.getName())))
                    .toList();
        }
    }

    private static byte[] read(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
