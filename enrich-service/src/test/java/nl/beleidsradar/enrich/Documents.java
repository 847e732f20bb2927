package nl.beleidsradar.enrich;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.service.ThemeFiles;

/** Documents for tests. */
final class Documents {

    private Documents() {}

    static DocumentExtracted inline(String id, String title, String text) {
        return document(id, title, text, null, 7);
    }

    static DocumentExtracted stored(String id, String title, String textRef) {
        return document(id, title, null, textRef, 7);
    }

    static DocumentExtracted version(String id, long sequence, String text) {
        return document(id, "Brief", text, null, sequence);
    }

    static Enricher enricher(EvidenceLimit limit) {
        Rules rules = Rules.load(ThemeFiles.PACKAGED);
        return new Enricher(() -> rules, limit);
    }

    static Enricher enricher() {
        return enricher(new EvidenceLimit(1_000_000, 10_000));
    }

    private static DocumentExtracted document(
            String id, String title, String text, String ref, long sequence) {
        return new DocumentExtracted(
                id,
                BlobRef.hash(id.getBytes()),
                id.substring(0, id.indexOf(':')),
                null,
                title,
                "kamerbrief",
                LocalDate.of(2024, 5, 27),
                Instant.parse("2024-05-28T10:15:30Z"),
                "nl",
                List.of(0),
                List.of(),
                text,
                ref,
                Map.of("dossier", List.of("31125")),
                null,
                new Extraction("tika 3.3.1", "text/plain", false, List.of()),
                sequence,
                List.of(),
                Cause.NEW);
    }
}
