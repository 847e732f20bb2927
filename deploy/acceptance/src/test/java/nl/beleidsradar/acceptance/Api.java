package nl.beleidsradar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP interfaces of one stack, called as another program would. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    final URI search;
    final URI ingest;
    final URI enrich;
    final URI mail;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Api(int portOffset) {
        this.search = URI.create("http://127.0.0.1:" + (8080 + portOffset));
        this.ingest = URI.create("http://127.0.0.1:" + (8081 + portOffset));
        this.enrich = URI.create("http://127.0.0.1:" + (8082 + portOffset));
        this.mail = URI.create("http://127.0.0.1:" + (8083 + portOffset));
    }

    HttpResponse<String> get(URI service, String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    JsonNode json(URI service, String path) {
        HttpResponse<String> response = get(service, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Hands in a text file under an id. */
    HttpResponse<String> upload(String id, String title, String text) {
        return upload("{\"id\":\"%s\",\"title\":\"%s\"}".formatted(id, title), text);
    }

    /** Hands in a text file as another source's. */
    HttpResponse<String> uploadAs(String source, String id, String text) {
        return upload("{\"source\":\"%s\",\"id\":\"%s\"}".formatted(source, id), text);
    }

    private HttpResponse<String> upload(String metadata, String text) {
        String body =
                """
                --b\r
                Content-Disposition: form-data; name="file"; filename="tekst.txt"\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="metadata"\r
                Content-Type: application/json\r
                \r
                %s\r
                --b--\r
                """
                        .formatted(text, metadata);
        return send(
                HttpRequest.newBuilder(ingest.resolve("/api/documents"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)));
    }

    HttpResponse<String> saveTheme(String id, String yaml) {
        return send(
                HttpRequest.newBuilder(search.resolve("/api/themes/" + id))
                        .header("Content-Type", "application/yaml")
                        .PUT(HttpRequest.BodyPublishers.ofString(yaml)));
    }

    /** Makes a subscription; answers it as it was made. */
    JsonNode subscribe(String body) {
        HttpResponse<String> made =
                send(
                        HttpRequest.newBuilder(search.resolve("/api/subscriptions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (made.statusCode() != 201) {
            throw new AssertionError(body + ": " + made.statusCode() + " " + made.body());
        }
        return JSON.readTree(made.body());
    }

    /** All alerts that were sent, the newest first. */
    List<JsonNode> alerts() {
        return items(search, "/api/alerts?size=100");
    }

    /** All mails that the mail server of the stack has accepted, the newest first. */
    List<JsonNode> mails() {
        return items(mail, "/mails.json?");
    }

    /** The items of a list, from page to page. */
    private List<JsonNode> items(URI service, String path) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = json(service, path + after);
            page.get("items").forEach(all::add);
            if (!page.has("next")) {
                return all;
            }
            after = "&after=" + URLEncoder.encode(page.get("next").asString(), UTF_8);
        }
    }

    /** Number of searchable documents, or -1 while the search does not answer. */
    long searchable() {
        try {
            HttpResponse<String> response = get(search, "/api/search?size=1");
            return response.statusCode() == 200
                    ? JSON.readTree(response.body()).get("total").asLong()
                    : -1;
        } catch (AssertionError unreachable) {
            return -1;
        }
    }

    /** Ids of all documents that a search finds, in the order of the answer. */
    List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer =
                    json(
                            search,
                            "/api/search?" + query + "&size=100&page=" + page + "&sort=newest");
            answer.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
            if (answer.get("hits").size() < 100) {
                return ids;
            }
        }
    }

    /**
     * What the archive says of every document: its themes with passages, references, title and
     * text; not the moments of retrieval, which differ between two runs.
     */
    Map<String, JsonNode> endState() {
        Map<String, JsonNode> state = new TreeMap<>();
        for (String id : ids("q=")) {
            ObjectNode document = (ObjectNode) json(search, "/api/documents/" + id);
            JsonNode kept = document.retain("id", "title", "type", "themes", "references", "pages");
            JsonNode earlier = state.put(id, kept);
            if (earlier != null) {
                throw new AssertionError(id + " is listed twice");
            }
        }
        return state;
    }
}
