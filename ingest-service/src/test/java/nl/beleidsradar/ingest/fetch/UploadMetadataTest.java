package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.service.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMetadataTest {

    @Test
    void everythingIsOptional() {
        UploadMetadata none = read("{}");
        assertThat(none.documentId("sha256-x")).hasToString("upload:sha256-x");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 2024-05-01",
        "2024-05-01T12:00:00, 2024-05-01",
        "2024-05-01T23:30:00Z, 2024-05-02",
        "2024-01-01T00:30:00+01:00, 2024-01-01"
    })
    void aDateOrATimeIsADayInAmsterdam(String written, LocalDate day) {
        assertThat(read("{\"published\":\"" + written + "\"}").published()).isEqualTo(day);
    }

    @Test
    void aTypeOutsideTheVocabularyIsKeptBesideOverig() {
        var facts = read("{\"type\":\"Woordenwisseling\"}").facts("a.pdf", new DocumentTypes());
        assertThat(facts.documentType()).isEqualTo("overig");
        assertThat(facts.givenType()).isEqualTo("Woordenwisseling");
        assertThat(
                        read("{\"type\":\"Kamerbrief\"}")
                                .facts(null, new DocumentTypes())
                                .documentType())
                .isEqualTo("kamerbrief");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "{\"title\":1}",
                "{\"published\":\"gisteren\"}",
                "{\"url\":\"javascript:alert(1)\"}",
                "{\"url\":\"not an address\"}",
                "{\"id\":\"a/b\"}",
                "{\"id\":\"\"}",
                "{\"source\":\"Hoofdletter\"}"
            })
    void badInputIsTheCallersErrorAndNamed(String json) {
        assertThatThrownBy(() -> read(json).documentId("sha256-x"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("metadata");
    }

    private static UploadMetadata read(String json) {
        return UploadMetadata.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
