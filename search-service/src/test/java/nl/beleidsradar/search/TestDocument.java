package nl.beleidsradar.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.store.BlobRef;

/** Builds events for tests; what a test does not set is plain. */
public final class TestDocument {

    private final String id;
    private String title = "Een stuk";
    private String type = "kamerbrief";
    private LocalDate published = LocalDate.of(2024, 4, 25);
    private String text = "Niets bijzonders.";
    private String textRef;
    private List<Integer> pages = List.of();
    private Map<String, List<String>> metadata = Map.of();
    private long sequence = 1;
    private int ruleset = 1;
    private final List<ThemeTag> themes = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private TestDocument(String id) {
        this.id = id;
    }

    public static TestDocument document(String id) {
        return new TestDocument(id);
    }

    public TestDocument title(String value) {
        title = value;
        return this;
    }

    public TestDocument type(String value) {
        type = value;
        return this;
    }

    public TestDocument published(String day) {
        published = day == null ? null : LocalDate.parse(day);
        return this;
    }

    public TestDocument text(String value) {
        text = value;
        return this;
    }

    public TestDocument textRef(String value) {
        text = null;
        textRef = value;
        return this;
    }

    public TestDocument pages(Integer... starts) {
        pages = List.of(starts);
        return this;
    }

    public TestDocument officialId(String value) {
        metadata = Map.of("officialId", List.of(value));
        return this;
    }

    public TestDocument dossier(String value) {
        metadata = Map.of("dossier", List.of(value));
        return this;
    }

    public TestDocument sequence(long value) {
        sequence = value;
        return this;
    }

    public TestDocument ruleset(int value) {
        ruleset = value;
        return this;
    }

    public TestDocument theme(String theme, Strength strength) {
        themes.add(
                new ThemeTag(
                        theme,
                        strength,
                        List.of(new Passage(0, 5, null, "tekst", List.of("tekst"), true, null))));
        return this;
    }

    /** A passage of the text with the terms that caused it. */
    public TestDocument theme(
            String theme, Strength strength, int start, int end, String... terms) {
        themes.add(
                new ThemeTag(
                        theme,
                        strength,
                        List.of(
                                new Passage(
                                        start,
                                        end,
                                        null,
                                        text.substring(start, end),
                                        List.of(terms),
                                        true,
                                        null))));
        return this;
    }

    public TestDocument self(ReferenceKind kind, String canonical) {
        references.add(
                new Reference(
                        kind,
                        canonical,
                        canonical,
                        0,
                        1,
                        null,
                        Reference.Role.SELF,
                        null,
                        null,
                        null));
        return this;
    }

    /** A citation found where the text has {@code written}. */
    public TestDocument cites(String canonical, String written) {
        return cites(
                ReferenceKind.KAMERSTUK,
                canonical,
                written,
                "https://zoek.officielebekendmakingen.nl/" + canonical + ".html");
    }

    public TestDocument cites(ReferenceKind kind, String canonical, String written, String url) {
        int at = text.indexOf(written);
        references.add(
                new Reference(
                        kind,
                        canonical,
                        written,
                        at,
                        at + written.length(),
                        null,
                        Reference.Role.CITED,
                        url,
                        null,
                        null));
        return this;
    }

    public DocumentEnriched event() {
        return new DocumentEnriched(
                new DocumentExtracted(
                        id,
                        BlobRef.hash((id + sequence).getBytes()),
                        id.substring(0, id.indexOf(':')),
                        "https://example.org/" + id,
                        title,
                        type,
                        published,
                        Instant.parse("2025-12-31T23:30:00Z"),
                        "nl",
                        pages,
                        List.of(),
                        text,
                        textRef,
                        metadata,
                        null,
                        new Extraction("test", "text/plain", false, List.of()),
                        sequence,
                        List.of(),
                        Cause.NEW),
                themes,
                references,
                new DocumentEnriched.Ruleset(ruleset, "test"),
                ruleset > 1 ? Cause.RE_TAG : Cause.NEW);
    }
}
