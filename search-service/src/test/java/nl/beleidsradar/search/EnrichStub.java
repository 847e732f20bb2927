package nl.beleidsradar.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP server that plays enrich-service: it gives one answer, and remembers what came. */
public final class EnrichStub implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int status;
    private volatile byte[] body;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean echo;

    public EnrichStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        accepts();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method-less lines of what was asked: path, media type, body. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Finds every file right; its id is that of the first line. */
    public void accepts() {
        asked.clear();
        delay = Duration.ZERO;
        echo = true;
    }

    public void answers(int withStatus, String with) {
        answers(withStatus, with.getBytes(StandardCharsets.UTF_8));
    }

    public void answers(int withStatus, byte[] with) {
        echo = false;
        delay = Duration.ZERO;
        status = withStatus;
        body = with;
    }

    /** Waits between the head of the answer and its body. */
    public void dripsFor(Duration time) {
        delay = time;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String content =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                exchange.getRequestURI()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type")
                        + " "
                        + content);
        byte[] answer = echo ? checked(content) : body;
        exchange.sendResponseHeaders(echo ? 200 : status, answer.length == 0 ? -1 : answer.length);
        try (var out = exchange.getResponseBody()) {
            out.flush();
            Thread.sleep(delay);
            out.write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] checked(String content) {
        String id = content.lines().findFirst().orElse("").replace("id:", "").strip();
        return new JsonMapper()
                .writeValueAsBytes(
                        java.util.Map.of(
                                "id",
                                id,
                                "version",
                                1,
                                "labels",
                                java.util.Map.of("nl", id, "en", id),
                                "content",
                                content));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
