package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KamerDocumentTest {

    private static final String GUID = "11111111-1111-4111-8111-111111111111";

    private final Replayed replayed = new Replayed();

    @AfterEach
    void stop() {
        replayed.close();
    }

    @Test
    void hasTheNumberOfItsDossierAndItsOwn() {
        assertThat(metadata("7"))
                .containsEntry("officialId", List.of("kst-36600-VII-7"))
                .containsEntry("ondernummer", List.of("7"));
    }

    /** The source writes -1 for most documents; as a number it would make one piece of them all. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "", "07", "123456", "7a"})
    void aNumberThatIsNoneIsLeftOut(String volgnummer) {
        assertThat(metadata(volgnummer))
                .doesNotContainKeys("officialId", "ondernummer")
                .containsEntry("dossier", List.of("36600-VII"));
    }

    @Test
    void anAppendixHasItsNumberWhateverTheOther() {
        Map<String, String> fields =
                Map.of("dossier", "36600", "volgnummer", "-1", "aanhangselnummer", "242501244");

        assertThat(listed(fields).facts().metadata())
                .containsEntry("officialId", List.of("ah-tk-20242025-1244"));
    }

    private Map<String, List<String>> metadata(String volgnummer) {
        return listed(Map.of("dossier", "36600-VII", "volgnummer", volgnummer)).facts().metadata();
    }

    private ListedDocument listed(Map<String, String> fields) {
        return new KamerDocument(GUID, fields)
                .listed(replayed.source("tk-syncfeed"), null, "2025-10-01T08:00:00Z");
    }
}
