package nl.beleidsradar.ingest.extract;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installed program that reads pictures, behind a script of our own: one thread, low priority,
 * and an end after the time for one page even if the process that asked for it is gone.
 *
 * @param folder that holds the script, named as the program
 * @param version as the program states it
 */
record Tesseract(Path folder, String version) {

    private static final Logger LOG = LoggerFactory.getLogger(Tesseract.class);
    private static final String PROGRAM = "tesseract";
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final long SECONDS_TO_ANSWER = 20;

    /** Empty where it is not installed, lacks a language, or does not run. */
    static Optional<Tesseract> find(OcrSettings settings, Path workFolder) throws IOException {
        Optional<Path> program = onPath(System.getenv("PATH"));
        if (!settings.enabled() || program.isEmpty()) {
            return Optional.empty();
        }
        Path folder = workFolder.toAbsolutePath().resolve("ocr");
        Files.createDirectories(folder);
        Path script = folder.resolve(PROGRAM);
        Path unfinished =
                Files.createTempFile(
                        folder,
                        PROGRAM,
                        ".part",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                unfinished, script(program.get(), settings.pageTimeout().toSeconds() + 5));
        Files.move(unfinished, script, StandardCopyOption.REPLACE_EXISTING);
        try {
            List<String> languages = answer(script, "--list-langs").lines().toList();
            for (String language : settings.languages().split("\\+", -1)) {
                if (!languages.contains(language)) {
                    LOG.warn("{} lacks the language {}", program.get(), language);
                    return Optional.empty();
                }
            }
            String version = answer(script, "--version").lines().findFirst().orElse(PROGRAM);
            return Optional.of(new Tesseract(folder, version));
        } catch (IOException e) {
            LOG.warn("{} does not run: {}", program.get(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String script(Path program, long seconds) {
        // Its caller points it to data beside this script, where there are none.
        String given = System.getenv("TESSDATA_PREFIX");
        String data =
                given == null ? "unset TESSDATA_PREFIX" : "export TESSDATA_PREFIX=" + quoted(given);
        return """
        #!/bin/sh
        export OMP_THREAD_LIMIT=1
        %s
        exec timeout -k 2 %d nice -n 10 %s "$@"
        """
                .formatted(data, seconds, quoted(program.toString()));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static Optional<Path> onPath(String path) {
        return path == null
                ? Optional.empty()
                : List.of(path.split(File.pathSeparator, -1)).stream()
                        .filter(p -> !p.isEmpty())
                        .map(p -> Path.of(p, PROGRAM))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    private static String answer(Path script, String question) throws IOException {
        Process process =
                new ProcessBuilder(script.toString(), question).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
            if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("no answer to " + question);
            }
            return new String(answer, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
