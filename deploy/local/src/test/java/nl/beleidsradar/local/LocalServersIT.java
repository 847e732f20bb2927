package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.local.testing.KafkaServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("servers")
class LocalServersIT {

    private static final String INDEX =
            """
            {"settings": {"number_of_replicas": 0},
             "mappings": {"properties": {"text": {"type": "text", "analyzer": "dutch_index",
               "search_analyzer": "dutch_search", "index_options": "offsets"}}}}
            """;

    @Test
    void elasticsearchMarksJustThePartOfACompoundAndKeepsItsDataWhenKilled() throws Exception {
        try (ElasticsearchServer server = ElasticsearchServer.start()) {
            send(server, "PUT", "/documents", INDEX);
            send(
                    server,
                    "PUT",
                    "/documents/_doc/1?refresh=true",
                    "{\"text\": \"De cyberweerbaarheid van het weerbaarheidsbeleid bij aanvallen\"}");

            assertThat(search(server, "weerbaarheid"))
                    .contains("cyber<em>weerbaarheid</em>")
                    .contains("<em>weerbaarheid</em>sbeleid");
            assertThat(search(server, "aanval")).contains("<em>aanvallen</em>");

            server.kill();
            server.restart();

            assertThat(search(server, "weerbaarheid")).contains("cyber<em>weerbaarheid</em>");
        }
    }

    @Test
    void kafkaHasTheTopicsAndKeepsItsDataWhenKilled() throws Exception {
        try (KafkaServer server = KafkaServer.start();
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .contains(
                            "documents.extracted",
                            "documents.enriched",
                            "sources.cursors",
                            "themes",
                            "themes.retagged",
                            "documents.extracted.enrich.dlq",
                            "documents.enriched.index.dlq");
            publishLargeRecord(server);

            server.kill();
            server.restart();

            TopicPartition partition = new TopicPartition("documents.extracted", 0);
            long end =
                    admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get(30, TimeUnit.SECONDS)
                            .offset();
            assertThat(end).isOne();
            Topics.ensure(server.bootstrapServers());
        }
    }

    /** Above Kafka's default of 1 MiB, below the topic's 8 MiB. */
    private static void publishLargeRecord(KafkaServer server) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        server.bootstrapServers(),
                        "acks",
                        "all",
                        "max.request.size",
                        8 * 1024 * 1024);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    "documents.extracted", 0, "a:1", "x".repeat(7 * 1024 * 1024)))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static String search(ElasticsearchServer server, String word) throws Exception {
        return send(
                server,
                "POST",
                "/documents/_search",
                """
                {"query": {"match": {"text": "%s"}}, "highlight": {"fields": {"text": {}}}}
                """
                        .formatted(word));
    }

    private static String send(ElasticsearchServer server, String method, String path, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("content-type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return answer.body();
        }
    }
}
