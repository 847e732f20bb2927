package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/**
 * One Kafka node, broker and controller in one process, on loopback; keeps its data.
 *
 * @param home folder with Kafka's jars
 * @param folder takes settings and data
 */
public record LocalKafka(Path home, Path folder, Path log, int port, int controllerPort)
        implements Part {

    /** The node of the repository's build. */
    public static LocalKafka of(Built built, Path folder, Path log, int port, int secondPort) {
        return new LocalKafka(built.kafka(), folder, log, port, secondPort);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(settings(), settingsText());
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format();
        }
    }

    private void format() throws IOException, InterruptedException {
        Process format =
                new Program(
                                java(
                                        "-Xmx128m",
                                        "kafka.tools.StorageTool",
                                        "format",
                                        "-t",
                                        Uuid.randomUuid().toString(),
                                        "-c",
                                        settings().toString()),
                                Map.of(),
                                folder,
                                log)
                        .start();
        if (!format.waitFor(60, TimeUnit.SECONDS) || format.exitValue() != 0) {
            format.destroyForcibly();
            throw new IOException("Kafka cannot format " + folder + ", see " + log);
        }
    }

    @Override
    public Program program() {
        return new Program(
                Confinement.tied(
                        java(
                                "-Xms256m",
                                "-Xmx768m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "kafka.Kafka",
                                settings().toString())),
                Map.of(),
                folder,
                log);
    }

    @Override
    public boolean ready() {
        Properties client = new Properties();
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000);
        if (!Ports.answers(port)) {
            return false; // spares the client's warnings
        }
        try (Admin admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> java(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Built.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                home.resolve("*").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private String settingsText() {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=CLIENT://127.0.0.1:%1$d
        listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=CLIENT
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        # above the largest topic's max.message.bytes
        message.max.bytes=20971520
        replica.fetch.max.bytes=20971520
        # one broker
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=8
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=8
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
                .formatted(port, controllerPort, folder.resolve("log"));
    }
}
