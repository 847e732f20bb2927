package nl.beleidsradar.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.contract.store.FolderDocuments;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.search.index.DocumentIndex;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.search.index.IndexWrite;
import nl.beleidsradar.search.query.DocumentSearch;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** The packages index and query, on a real Elasticsearch with an empty index. */
public final class TestArchive implements AutoCloseable {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final String url;

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties
    @ComponentScan(basePackageClasses = {DocumentIndex.class, DocumentSearch.class})
    static class Parts {}

    public TestArchive(Path store) {
        this(ElasticsearchServer.shared().url(), store);
    }

    public TestArchive(String url, Path store) {
        this.url = url;
        empty(url);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of(
                                        "beleidsradar.elasticsearch.url",
                                        url,
                                        "beleidsradar.elasticsearch.read-timeout",
                                        "30s")));
        context.registerBean(DocumentStore.class, () -> new FolderDocuments(store));
        context.register(Parts.class);
        context.refresh();
    }

    public DocumentIndex index() {
        return context.getBean(DocumentIndex.class);
    }

    public DocumentSearch search() {
        return context.getBean(DocumentSearch.class);
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Indexes, and lets searches see it. */
    public List<IndexOutcome> put(TestDocument... documents) {
        List<IndexOutcome> outcomes =
                index().write(
                                Arrays.stream(documents)
                                        .map(d -> new IndexWrite.Put(d.event()))
                                        .toList());
        refresh();
        return outcomes;
    }

    public void refresh() {
        send(url, "POST", "/documents/_refresh");
    }

    /** Forgets the index of an earlier test. */
    public static void empty(String url) {
        send(url, "DELETE", "/documents-1?ignore_unavailable=true");
    }

    private static void send(String url, String method, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url + path))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
