package nl.beleidsradar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Events;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.yaml.snakeyaml.Yaml;

/** Holds docs/asyncapi.yaml to what the code writes. */
class AsyncApiTest {

    private static final Path DOCS = Path.of(System.getProperty("beleidsradar.repository"), "docs");

    private final Map<String, Object> api = read();

    @Test
    void namesTheTopicsAndTypesOfTheCode() {
        assertThat(at("channels", "subscriptions", "address"))
                .isEqualTo(Events.SUBSCRIPTIONS_TOPIC);
        assertThat(at("channels", "candidates", "address")).isEqualTo(Events.CANDIDATES_TOPIC);
        assertThat(at("channels", "raised", "address")).isEqualTo(Events.RAISED_TOPIC);
        assertThat(at("channels", "delivered", "address")).isEqualTo(Events.DELIVERED_TOPIC);
        assertThat(at("components", "messages", "Subscription", "name"))
                .isEqualTo(Events.SUBSCRIPTION_TYPE);
        assertThat(at("components", "messages", "AlertCandidate", "name"))
                .isEqualTo(Events.CANDIDATE_TYPE);
        assertThat(at("components", "messages", "AlertRaised", "name"))
                .isEqualTo(Events.RAISED_TYPE);
        assertThat(at("components", "messages", "AlertDelivered", "name"))
                .isEqualTo(Events.DELIVERED_TYPE);
        assertThat(at("channels", "extracted", "address")).isEqualTo(Events.EXTRACTED_TOPIC);
        assertThat(at("channels", "enriched", "address")).isEqualTo(Events.ENRICHED_TOPIC);
        assertThat(at("components", "messages", "DocumentExtracted", "name"))
                .isEqualTo(Events.EXTRACTED_TYPE);
        assertThat(at("components", "messages", "DocumentEnriched", "name"))
                .isEqualTo(Events.ENRICHED_TYPE);
        assertThat(at("channels", "themes", "address")).isEqualTo(Events.THEMES_TOPIC);
        assertThat(at("channels", "retagged", "address")).isEqualTo(Events.RETAGGED_TOPIC);
        assertThat(at("components", "messages", "ThemeChanged", "name"))
                .isEqualTo(Events.THEME_TYPE);
        assertThat(at("components", "messages", "ArchiveRetagged", "name"))
                .isEqualTo(Events.RETAGGED_TYPE);
    }

    @Test
    void pointsToSchemasThatExist() {
        for (String message :
                List.of(
                        "DocumentExtracted",
                        "DocumentEnriched",
                        "ThemeChanged",
                        "ArchiveRetagged",
                        "Subscription",
                        "AlertCandidate",
                        "AlertRaised",
                        "AlertDelivered")) {
            Object ref = at("components", "messages", message, "payload", "$ref");
            assertThat(DOCS.resolve((String) ref)).exists();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void listsTheHeadersThatEveryMessageCarries() {
        Message<byte[]> message =
                EventMessages.of(Events.EXTRACTED_TYPE, "ingest-service", "upload:a", new byte[0]);
        assertThat(message.getHeaders().keySet())
                .containsAll((List<String>) at("components", "schemas", "Headers", "required"));
        assertThat(message.getHeaders())
                .containsEntry("ce_type", Events.EXTRACTED_TYPE)
                .containsEntry("ce_subject", "upload:a");
    }

    @SuppressWarnings("unchecked")
    private Object at(String... path) {
        Object node = api;
        for (String name : path) {
            node = ((Map<String, Object>) node).get(name);
        }
        return node;
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(DOCS.resolve("asyncapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
