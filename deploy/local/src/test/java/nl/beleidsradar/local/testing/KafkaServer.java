package nl.beleidsradar.local.testing;

import java.nio.file.Path;
import nl.beleidsradar.local.Built;
import nl.beleidsradar.local.LocalKafka;
import nl.beleidsradar.local.Topics;

/** A real Kafka broker for tests, with the topics of the stack. */
public final class KafkaServer implements AutoCloseable {

    private static KafkaServer shared;

    private final TestServer server;

    private KafkaServer() {
        Path folder = ServerProcess.newFolder("kafka");
        int port = ServerProcess.freePort();
        LocalKafka kafka =
                LocalKafka.of(
                        Built.here(),
                        folder,
                        folder.resolve("kafka.log"),
                        port,
                        ServerProcess.freePort());
        server =
                TestServer.inContainers()
                        ? new ServerContainer(
                                "beleidsradar/kafka:local",
                                9092,
                                port,
                                "127.0.0.1:" + port,
                                kafka::ready)
                        : new ServerProcess(kafka, folder);
        makeTopics();
    }

    /** One for all tests of this JVM, started on first use, stopped at its exit. */
    public static synchronized KafkaServer shared() {
        if (shared == null) {
            shared = new KafkaServer();
        }
        return shared;
    }

    /** One for the caller alone, who may kill it and must close it. */
    public static KafkaServer start() {
        return new KafkaServer();
    }

    /** {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + server.port();
    }

    /** SIGKILL; the port and the data stay. */
    public void kill() {
        server.kill();
    }

    /** Starts it again after {@link #kill}; returns when it answers. */
    public void restart() {
        server.restart();
    }

    @Override
    public void close() {
        server.close();
    }

    private void makeTopics() {
        try {
            Topics.ensure(bootstrapServers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
