package nl.beleidsradar.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.DocumentEnriched.Ruleset;
import org.junit.jupiter.api.Test;

class DocumentEnrichedTest {

    @Test
    void aLaterIngestIsNewerThanAnyRulesetOfAnEarlierOne() {
        assertThat(enriched(2, 0).version()).isGreaterThan(enriched(1, (1 << 20) - 1).version());
        assertThat(enriched(2, 8).version()).isGreaterThan(enriched(2, 7).version());
        assertThatThrownBy(() -> new Ruleset(1 << 20, "f"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void carriesEitherTheTextOrItsKey() {
        DocumentEnriched byKey = enriched(1, 1).withTextRef("texts/x");
        assertThat(byKey.document().text()).isNull();
        assertThat(byKey.document().textRef()).isEqualTo("texts/x");
        assertThatThrownBy(() -> document(1, null, null)).hasMessageContaining("text");
        assertThatThrownBy(() -> document(1, "a", "b")).hasMessageContaining("text");
    }

    @Test
    void findsThePageOfAnOffset() {
        List<Integer> starts = List.of(0, 10, 10, 25);
        assertThat(Pages.pageAt(starts, 0)).isEqualTo(1);
        assertThat(Pages.pageAt(starts, 9)).isEqualTo(1);
        assertThat(Pages.pageAt(starts, 10)).isEqualTo(3);
        assertThat(Pages.pageAt(starts, 99)).isEqualTo(4);
        assertThat(Pages.pageAt(List.of(), 3)).isNull();
    }

    private static DocumentEnriched enriched(long sequence, int ruleset) {
        return new DocumentEnriched(
                document(sequence, "text", null),
                List.of(),
                List.of(),
                new Ruleset(ruleset, "f"),
                Cause.NEW);
    }

    private static DocumentExtracted document(long sequence, String text, String textRef) {
        return new DocumentExtracted(
                "upload:a",
                "sha256-0",
                "upload",
                null,
                "title",
                "overig",
                null,
                Instant.EPOCH,
                "nl",
                List.of(),
                List.of(),
                text,
                textRef,
                Map.of(),
                null,
                new Extraction("tika", "text/plain", false, List.of()),
                sequence,
                List.of(),
                Cause.NEW);
    }
}
