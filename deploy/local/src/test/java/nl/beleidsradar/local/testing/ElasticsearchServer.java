package nl.beleidsradar.local.testing;

import java.nio.file.Path;
import nl.beleidsradar.local.Built;
import nl.beleidsradar.local.LocalElasticsearch;

/** A real Elasticsearch for tests, with the Dutch analysis plugin and without login. */
public final class ElasticsearchServer implements AutoCloseable {

    private static ElasticsearchServer shared;

    private final TestServer server;

    private ElasticsearchServer() {
        Path folder = ServerProcess.newFolder("elasticsearch");
        int port = ServerProcess.freePort();
        LocalElasticsearch elasticsearch =
                LocalElasticsearch.of(
                        Built.here(),
                        folder,
                        folder.resolve("elasticsearch.log"),
                        port,
                        ServerProcess.freePort());
        server =
                TestServer.inContainers()
                        ? new ServerContainer(
                                "beleidsradar/elasticsearch:local",
                                9200,
                                port,
                                "",
                                elasticsearch::ready)
                        : new ServerProcess(elasticsearch, folder);
    }

    /** One for all tests of this JVM, started on first use, stopped at its exit. */
    public static synchronized ElasticsearchServer shared() {
        if (shared == null) {
            shared = new ElasticsearchServer();
        }
        return shared;
    }

    /** One for the caller alone, who may kill it and must close it. */
    public static ElasticsearchServer start() {
        return new ElasticsearchServer();
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
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
}
