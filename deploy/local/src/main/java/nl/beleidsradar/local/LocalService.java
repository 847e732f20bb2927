package nl.beleidsradar.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One of our three services.
 *
 * @param name with {@code -service}
 * @param environment the settings of the stack
 */
record LocalService(
        String name,
        UnpackedService unpacked,
        int port,
        Map<String, String> environment,
        Path folder,
        Path log)
        implements Part {

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {}

    @Override
    public Program program() {
        List<String> command = unpacked.command(javaOptions());
        return new Program(Confinement.tied(command), environment, folder, log);
    }

    /** Of the three services, behind ours, so that they win. */
    private static String[] javaOptions() {
        String options = System.getenv().getOrDefault("BELEIDSRADAR_JAVA_OPTIONS", "").strip();
        return options.isEmpty() ? new String[0] : options.split("\\s+");
    }

    @Override
    public boolean ready() {
        return Http.ok(
                "http://127.0.0.1:" + port + "/actuator/health/readiness", Duration.ofSeconds(10));
    }
}
