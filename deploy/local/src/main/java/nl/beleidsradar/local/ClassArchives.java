package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the archives of the services' classes that are missing, for those who start the stack many
 * times. Exit code 1: one could not be made.
 */
public final class ClassArchives {

    private static final int LIMIT_SECONDS = 300;

    private ClassArchives() {}

    /** Takes no arguments; the repository is that of {@link Built#here()}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            make(Built.here());
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void make(Built built) throws StartFailure, IOException, InterruptedException {
        Map<UnpackedService, Process> all = new LinkedHashMap<>();
        try {
            for (String name : List.of("ingest", "enrich", "search")) {
                UnpackedService service = built.service(name);
                if (!Files.isRegularFile(service.archive())) {
                    all.put(service, start(service));
                }
            }
            for (Map.Entry<UnpackedService, Process> one : all.entrySet()) {
                finish(one.getKey(), one.getValue());
            }
        } finally {
            all.values().forEach(Process::destroyForcibly);
        }
    }

    private static Process start(UnpackedService service) throws IOException {
        Path folder = Files.createDirectories(service.jar().resolveSibling("archiving"));
        return new Program(
                        Confinement.tied(service.archiving(unfinished(service))),
                        environment(folder),
                        folder,
                        log(service))
                .start();
    }

    /** Nothing answers at port 1: a stack that runs here meanwhile must not be touched. */
    static Map<String, String> environment(Path folder) {
        return Map.of(
                "BELEIDSRADAR_ADDRESS", "127.0.0.1",
                "BELEIDSRADAR_KAFKA", "127.0.0.1:1",
                "BELEIDSRADAR_ELASTICSEARCH", "http://127.0.0.1:1",
                "BELEIDSRADAR_SMTP", "127.0.0.1:1",
                "BELEIDSRADAR_STORE", folder.resolve("store").toString(),
                "BELEIDSRADAR_WORK", folder.resolve("work").toString(),
                "BELEIDSRADAR_FOLDERS", "",
                "BELEIDSRADAR_LIVE", "false");
    }

    private static void finish(UnpackedService service, Process process)
            throws StartFailure, IOException, InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)
                || process.exitValue() != 0
                || !Files.isRegularFile(unfinished(service))) {
            throw new StartFailure(
                    "no archive of %s, see %s".formatted(service.jar(), log(service)));
        }
        Files.move(unfinished(service), service.archive(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path unfinished(UnpackedService service) {
        return service.jar().resolveSibling("archiving").resolve("classes.jsa");
    }

    private static Path log(UnpackedService service) {
        return service.jar().resolveSibling("archiving").resolve("log");
    }
}
