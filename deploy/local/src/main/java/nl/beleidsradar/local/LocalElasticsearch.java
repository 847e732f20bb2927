package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One Elasticsearch node with the Dutch analysis plugin, on loopback and without login; as an
 * unprivileged user when we are root, for it refuses to run as root.
 *
 * <p>Its launcher and its server are two processes that each end with the other: the launcher waits
 * for the server, the server reads the end of its standard input.
 *
 * @param home the unpacked distribution, never written to
 * @param folder takes settings and data
 */
public record LocalElasticsearch(Path home, Path folder, Path log, int port, int transportPort)
        implements Part {

    /** The node of the repository's build. */
    public static LocalElasticsearch of(
            Built built, Path folder, Path log, int port, int secondPort) {
        return new LocalElasticsearch(built.elasticsearch(), folder, log, port, secondPort);
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, transportPort);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(config.resolve("jvm.options.d"));
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(config.resolve("elasticsearch.yml"), settings());
        Files.writeString(config.resolve("log4j2.properties"), LOGGING);
        Files.writeString(config.resolve("jvm.options"), jvmOptions());
        for (String file : List.of("role_mapping.yml", "roles.yml", "users", "users_roles")) {
            if (!Files.exists(config.resolve(file))) {
                Files.copy(home.resolve("config").resolve(file), config.resolve(file));
            }
        }
        Confinement.giveAway(folder);
    }

    @Override
    public Program program() {
        return new Program(
                Confinement.unprivileged(
                        List.of(home.resolve("bin/elasticsearch").toString()),
                        folder,
                        home.resolve("lib"),
                        Path.of(System.getProperty("java.home"), "bin")),
                Map.of(
                        "ES_JAVA_HOME", System.getProperty("java.home"),
                        "ES_PATH_CONF", folder.resolve("config").toString(),
                        "ES_TMPDIR", folder.resolve("tmp").toString(),
                        "ES_JAVA_OPTS", "-Xms1g -Xmx1g -XX:-AlwaysPreTouch",
                        "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1"),
                folder,
                log);
    }

    @Override
    public boolean ready() {
        return Http.ok(
                url() + "/_cluster/health?wait_for_status=yellow&timeout=1s",
                Duration.ofSeconds(3));
    }

    private String settings() {
        return """
        cluster.name: beleidsradar
        node.name: local
        path.data: "%s"
        path.logs: "%s"
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        discovery.type: single-node
        xpack.security.enabled: false
        cluster.routing.allocation.disk.threshold_enabled: false
        """
                .formatted(folder.resolve("data"), folder.resolve("logs"), port, transportPort);
    }

    /** The distribution's own, without the log of the garbage collector. */
    private String jvmOptions() throws IOException {
        try (var lines = Files.lines(home.resolve("config/jvm.options"))) {
            return lines.filter(line -> !line.startsWith("-Xlog:gc"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static final String LOGGING =
            """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            """;
}
