package nl.beleidsradar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentEnriched.Ruleset;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.store.BlobRef;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final String FIVE_MEGABYTES = "ëéne zin. ".repeat(5 * 1024 * 1024 / 11);

    @Test
    void carriesATextThatFitsInline() {
        DocumentExtracted small = document("Een korte brief.");
        byte[] json = EventJson.write(small);
        assertThat(EventJson.read(json, DocumentExtracted.class)).isEqualTo(small);
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("null");
    }

    @Test
    void leavesALargeTextInTheStore() {
        byte[] json = EventJson.write(document(FIVE_MEGABYTES));
        DocumentExtracted read = EventJson.read(json, DocumentExtracted.class);
        assertThat(json.length).isLessThan(Events.MAX_INLINE);
        assertThat(read.text()).isNull();
        assertThat(read.textRef()).isEqualTo(BlobRef.ofText(FIVE_MEGABYTES).toString());
    }

    @Test
    void decidesByTheBytesOfTheWholeEventAndNotByTheLengthOfTheText() {
        int envelope = EventJson.write(document("")).length;
        String fits = "a".repeat(Events.MAX_INLINE - envelope);
        assertThat(EventJson.write(document(fits))).hasSize(Events.MAX_INLINE);
        assertThat(textRef(document(fits + "a"))).isNotNull();
        // Each quote takes two bytes in JSON, each é two in UTF-8.
        assertThat(textRef(document("\"".repeat(Events.MAX_INLINE / 2)))).isNotNull();
        assertThat(textRef(document("é".repeat(Events.MAX_INLINE / 2)))).isNotNull();
    }

    @Test
    void doesTheSameForAnEnrichedDocument() {
        DocumentEnriched small = enriched("Een korte brief.");
        assertThat(EventJson.read(EventJson.write(small), DocumentEnriched.class)).isEqualTo(small);

        byte[] json = EventJson.write(enriched(FIVE_MEGABYTES));
        DocumentEnriched read = EventJson.read(json, DocumentEnriched.class);
        assertThat(json.length).isLessThan(Events.MAX_INLINE);
        assertThat(read.document().textRef()).isEqualTo(BlobRef.ofText(FIVE_MEGABYTES).toString());
    }

    private static String textRef(DocumentExtracted document) {
        return EventJson.read(EventJson.write(document), DocumentExtracted.class).textRef();
    }

    private static DocumentEnriched enriched(String text) {
        return new DocumentEnriched(
                document(text), List.of(), List.of(), new Ruleset(1, "f"), Cause.NEW);
    }

    private static DocumentExtracted document(String text) {
        return new DocumentExtracted(
                "upload:a",
                "sha256-0",
                "upload",
                null,
                "title",
                "overig",
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                "nl",
                List.of(0),
                List.of(),
                text,
                null,
                Map.of("dossier", List.of("36600")),
                null,
                new Extraction("tika", "text/plain", false, List.of()),
                1,
                List.of(),
                Cause.NEW);
    }
}
