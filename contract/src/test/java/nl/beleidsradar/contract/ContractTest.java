package nl.beleidsradar.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds records, JSON Schemas and golden examples together. */
class ContractTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemas(
                                    Map.of(
                                            "urn:nl.beleidsradar:document-extracted:v1",
                                            resource("schema/document-extracted.v1.json"),
                                            "urn:nl.beleidsradar:document-enriched:v1",
                                            resource("schema/document-enriched.v1.json"),
                                            "urn:nl.beleidsradar:theme-changed:v1",
                                            resource("schema/theme-changed.v1.json"),
                                            "urn:nl.beleidsradar:archive-retagged:v1",
                                            resource("schema/archive-retagged.v1.json"),
                                            "urn:nl.beleidsradar:subscription:v1",
                                            resource("schema/subscription.v1.json"),
                                            "urn:nl.beleidsradar:alert-candidate:v1",
                                            resource("schema/alert-candidate.v1.json"),
                                            "urn:nl.beleidsradar:alert-raised:v1",
                                            resource("schema/alert-raised.v1.json"),
                                            "urn:nl.beleidsradar:alert-delivered:v1",
                                            resource("schema/alert-delivered.v1.json"))));

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(
                        "document-extracted.v1.inline",
                        "document-extracted",
                        DocumentExtracted.class),
                Arguments.of(
                        "document-extracted.v1.claim-check",
                        "document-extracted",
                        DocumentExtracted.class),
                Arguments.of("document-enriched.v1", "document-enriched", DocumentEnriched.class),
                Arguments.of("theme-changed.v1", "theme-changed", ThemeChanged.class),
                Arguments.of("archive-retagged.v1", "archive-retagged", ArchiveRetagged.class),
                Arguments.of("subscription.v1", "subscription", Subscription.class),
                Arguments.of("alert-candidate.v1", "alert-candidate", AlertCandidate.class),
                Arguments.of("alert-raised.v1", "alert-raised", AlertRaised.class),
                Arguments.of("alert-delivered.v1", "alert-delivered", AlertDelivered.class));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsAndWritesEachExampleWithoutLoss(String example, String schema, Class<?> type) {
        JsonNode golden = JSON.readTree(resource("examples/" + example + ".json"));
        Object event = JSON.treeToValue(golden, type);
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleFollowsItsSchema(String example, String schema, Class<?> type) {
        assertThat(errors(schema, resource("examples/" + example + ".json"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void toleratesAFieldAddedLater(String example, String schema, Class<?> type) {
        ObjectNode json = (ObjectNode) JSON.readTree(resource("examples/" + example + ".json"));
        json.put("addedLater", 1);
        assertThat(errors(schema, json.toString())).isEmpty();
        assertThat(JSON.treeToValue(json, type)).isNotNull();
    }

    @Test
    void readsAnEventWrittenBeforeSpansWereRecognised() {
        ObjectNode json =
                (ObjectNode) JSON.readTree(resource("examples/document-extracted.v1.inline.json"));
        assertThat(json.remove("spans")).isNotEmpty();
        assertThat(errors("document-extracted", json.toString())).isEmpty();
        assertThat(JSON.treeToValue(json, DocumentExtracted.class).spans()).isEmpty();
    }

    @Test
    void theSpansOfTheExampleAreWhatTheyAreCalled() {
        DocumentExtracted event =
                JSON.readValue(
                        resource("examples/document-extracted.v1.inline.json"),
                        DocumentExtracted.class);
        assertThat(event.spans())
                .extracting(s -> s.kind() + ": " + event.text().substring(s.start(), s.end()))
                .containsExactly(
                        "joined-word: cyberweer-\nbaarheid", "page-number: Pagina 1 van 2");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesAnEventThatLacksARequiredField(String example, String schema, Class<?> type) {
        JsonNode golden = JSON.readTree(resource("examples/" + example + ".json"));
        JsonNode required =
                JSON.readTree(resource("schema/" + schema + ".v1.json")).get("required");
        assertThat(required).isNotEmpty();
        for (JsonNode field : required) {
            ObjectNode json = ((ObjectNode) golden).deepCopy();
            assertThat(json.remove(field.asString())).as(field.asString()).isNotNull();
            assertThat(errors(schema, json.toString())).as("without %s", field).isNotEmpty();
        }
        // Records check their references; absent numbers are the schema's.
        List<String> checked = List.of("raised", "cause", "content", "at", "token");
        String last = checked.stream().filter(golden::has).findFirst().orElseThrow();
        ObjectNode without = ((ObjectNode) golden).deepCopy();
        without.remove(last);
        assertThatThrownBy(() -> JSON.treeToValue(without, type)).hasMessageContaining(last);
    }

    private static List<?> errors(String schema, String json) {
        Schema validator =
                SCHEMAS.getSchema(SchemaLocation.of("urn:nl.beleidsradar:" + schema + ":v1"));
        return validator.validate(json, InputFormat.JSON);
    }

    private static String resource(String name) {
        try (InputStream in = ContractTest.class.getResourceAsStream("/contract/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
