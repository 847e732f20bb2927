package nl.beleidsradar.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one stack, all on loopback.
 *
 * @param offset added to every port
 */
record Ports(int offset) {

    /** Leaves the highest port, Elasticsearch's 9300, below 65536. */
    static final int LARGEST_OFFSET = 56_000;

    int search() {
        return 8080 + offset;
    }

    int ingest() {
        return 8081 + offset;
    }

    int enrich() {
        return 8082 + offset;
    }

    int mailPage() {
        return 8083 + offset;
    }

    int smtp() {
        return 3025 + offset;
    }

    int kafka() {
        return 9092 + offset;
    }

    int kafkaController() {
        return 9093 + offset;
    }

    int elasticsearch() {
        return 9200 + offset;
    }

    int elasticsearchTransport() {
        return 9300 + offset;
    }

    /** Fails when something else listens on one of them. */
    void checkFree() throws StartFailure {
        for (Map.Entry<String, Integer> port : all().entrySet()) {
            if (!free(port.getValue())) {
                throw new StartFailure(
                        "port %d (%s) is in use: stop what uses it, or pass --port-offset N"
                                .formatted(port.getValue(), port.getKey()));
            }
        }
    }

    private Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("search-service", search());
        all.put("ingest-service", ingest());
        all.put("enrich-service", enrich());
        all.put("SMTP", smtp());
        all.put("the mail page", mailPage());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        all.put("Elasticsearch", elasticsearch());
        all.put("Elasticsearch's transport", elasticsearchTransport());
        return all;
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection that just closed does not count
            socket.bind(loopback(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(loopback(port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
