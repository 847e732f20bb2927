package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;

/**
 * Sees to it that an alias such as {@code documents} stands for an index with our mapping, and
 * waits for Elasticsearch as long as that takes. The index is {@code documents-1}; a changed
 * mapping is a next generation, filled from the log, to which the alias then moves.
 */
public class IndexGeneration implements SmartLifecycle {

    /** The name under which documents are written and read. */
    public static final String ALIAS = "documents";

    private static final Logger log = LoggerFactory.getLogger(IndexGeneration.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final ElasticsearchClient client;
    private final String alias;
    private final AtomicBoolean present = new AtomicBoolean();
    private volatile boolean running;

    /**
     * @param alias under which the index is written and read; its mapping is {@code index/} and
     *     this name
     */
    public IndexGeneration(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    /** Creates the index in the background: the service must start without Elasticsearch too. */
    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("index-generation").start(this::waitForElasticsearch);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void waitForElasticsearch() {
        boolean told = false;
        while (running && !present.get()) {
            try {
                ensure();
            } catch (ElasticsearchUnavailable e) {
                if (!told) {
                    log.info("Waiting for Elasticsearch: {}", e.getMessage());
                    told = true;
                }
                try {
                    Thread.sleep(BETWEEN_TRIES);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /**
     * Creates index and alias where they are absent; cheap once they are known to be there.
     *
     * @throws ElasticsearchUnavailable if Elasticsearch cannot be asked
     */
    public synchronized void ensure() {
        if (present.get()) {
            return;
        }
        try {
            if (client.indices().existsAlias(a -> a.name(alias)).value()) {
                addFields();
            } else {
                create();
            }
            present.set(true);
        } catch (IOException | ElasticsearchException e) {
            throw ElasticsearchUnavailable.because("did not tell of its index", e);
        }
    }

    /** To be called when Elasticsearch says that the alias is gone. */
    public void lost() {
        present.set(false);
    }

    /** An index of before has not all fields yet; what was written then lacks them till rebuilt. */
    private void addFields() throws IOException {
        try (InputStream mapping =
                new ClassPathResource("index/" + alias + ".json").getInputStream()) {
            var fields = IndexJson.MAPPER.readTree(mapping).path("mappings").path("properties");
            String added = "{\"properties\":" + fields + "}";
            client.indices().putMapping(p -> p.index(alias).withJson(new StringReader(added)));
        }
    }

    private void create() throws IOException {
        try (InputStream mapping =
                new ClassPathResource("index/" + alias + ".json").getInputStream()) {
            client.indices()
                    .create(
                            CreateIndexRequest.of(i ->
                                    i.index(alias + "-1")
                                            .withJson(mapping)
                                            .aliases(alias, a -> a)));
            log.info("Created index {}-1", alias);
        } catch (ElasticsearchException e) {
            // Another instance was first.
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }
}
