package nl.beleidsradar.ingest.extract;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;

/**
 * The class path for the extraction process. Jars inside the service's own jar cannot be on one, so
 * they are copied once per build into the work folder, all or none.
 */
final class ForkClassPath {

    private static final String NESTED = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String OURS = CLASSES + "nl/beleidsradar/ingest/extract/fork/";
    private static final List<String> NOT_NEEDED =
            List.of("spring-", "kafka-", "tomcat-", "micrometer-", "opentelemetry-", "hibernate-");

    private ForkClassPath() {}

    static String of(String ownClassPath, Path workFolder) throws IOException {
        Path own = Path.of(ownClassPath.split(File.pathSeparator, 2)[0]);
        if (Files.isDirectory(own.resolve(NESTED))) {
            return joined(own.resolve(NESTED).toAbsolutePath(), own.resolve(CLASSES));
        }
        if (Files.isRegularFile(own)) {
            try (JarFile jar = new JarFile(own.toFile())) {
                List<JarEntry> libraries = libraries(jar);
                if (!libraries.isEmpty()) {
                    Path copied = copied(jar, libraries, workFolder);
                    return joined(copied, copied.resolve("classes"));
                }
            }
        }
        return Stream.of(ownClassPath.split(File.pathSeparator, -1))
                .map(p -> Path.of(p).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String joined(Path libraries, Path classes) {
        return classes.toAbsolutePath() + File.pathSeparator + libraries + File.separator + "*";
    }

    /** Tika's jars and what they need, and our own classes that run beside it. */
    private static List<JarEntry> libraries(JarFile jar) {
        return jar.stream()
                .filter(e ->
                        e.getName().startsWith(NESTED) && e.getName().endsWith(".jar")
                                || e.getName().startsWith(OURS) && !e.isDirectory())
                .filter(e -> NOT_NEEDED.stream().noneMatch(p -> e.getName().startsWith(NESTED + p)))
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
    }

    private static Path copied(JarFile jar, List<JarEntry> libraries, Path workFolder)
            throws IOException {
        String build =
                libraries.stream()
                        .map(e -> e.getName() + " " + e.getCrc())
                        .collect(Collectors.joining("\n"));
        String key = BlobRef.hash(build.getBytes(StandardCharsets.UTF_8)).substring(0, 23);
        Path target = workFolder.resolve("extractor-" + key).toAbsolutePath();
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(workFolder);
        Path unfinished = Files.createTempDirectory(workFolder, "extractor-unfinished-");
        for (JarEntry library : libraries) {
            String name = library.getName();
            Path copy =
                    name.startsWith(NESTED)
                            ? unfinished.resolve(name.substring(NESTED.length()))
                            : unfinished
                                    .resolve("classes")
                                    .resolve(name.substring(CLASSES.length()));
            Files.createDirectories(copy.getParent());
            try (InputStream in = jar.getInputStream(library)) {
                Files.copy(in, copy);
            }
        }
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            remove(unfinished);
        }
        return target;
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = new ArrayList<>(walk.toList());
        }
        for (Path file : files.reversed()) {
            Files.deleteIfExists(file);
        }
    }
}
