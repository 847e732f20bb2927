package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.reference.CitingDocument;
import org.junit.jupiter.api.Test;

/** What holds for every text there is. */
class EnricherPropertiesTest {

    private static final int TIMES = 2_000;
    private static final Enricher ENRICHER = Documents.enricher();

    @Test
    void everyFindLiesInsideTheTextAndRepeatsIt() {
        Trials.each(TIMES, MadeTexts::wild, text -> assertPlaces(findings(text), text));
    }

    @Test
    void everyFindOfATitleLiesInsideTheTitle() {
        Trials.each(
                TIMES / 2,
                MadeTexts::wild,
                title -> {
                    Findings found = ENRICHER.findings(document(title, ""));
                    assertPlaces(found, title);
                    assertThat(found.references()).allMatch(r -> "title".equals(r.in()));
                });
    }

    @Test
    void charactersThatAreNoTextAreHandled() {
        Trials.each(
                TIMES / 4,
                seed ->
                        new Random(seed)
                                .ints(400, 0, Character.MAX_VALUE + 1)
                                .collect(
                                        StringBuilder::new,
                                        (b, c) -> b.append((char) c),
                                        StringBuilder::append)
                                .toString(),
                text -> assertPlaces(findings(text), text));
    }

    @Test
    void theSameTextGivesTheSameFindings() {
        Trials.each(
                TIMES / 2,
                MadeTexts::wild,
                text -> assertThat(findings(text)).isEqualTo(findings(text)));
    }

    @Test
    void theSameTextsGiveTheSameFindingsSideBySide() {
        Trials.eachSeed(
                1,
                first -> {
                    List<String> texts =
                            LongStream.range(first, first + 400).mapToObj(MadeTexts::wild).toList();
                    List<Findings> oneByOne =
                            texts.stream().map(EnricherPropertiesTest::findings).toList();
                    List<Findings> together =
                            IntStream.range(0, texts.size())
                                    .parallel()
                                    .mapToObj(i -> findings(texts.get(i)))
                                    .toList();
                    assertThat(together).isEqualTo(oneByOne);
                });
    }

    /**
     * The window is the paragraph, as long as the rest names neither the document nor its heads.
     */
    @Test
    void otherParagraphsDoNotChangeWhatIsFoundInOne() {
        Trials.eachSeed(
                TIMES / 2,
                seed -> {
                    String before = MadeTexts.neutral(seed);
                    String paragraph = MadeTexts.paragraph(seed);
                    String alone = "Voorwoord.\n\n" + paragraph + "\n\nEinde.";
                    String among =
                            before + "\n\n" + paragraph + "\n\n" + MadeTexts.neutral(seed + 1);

                    assertThat(placed(findings(among), before.length() + 2))
                            .as("'%s'", paragraph)
                            .isEqualTo(placed(findings(alone), "Voorwoord.\n\n".length()));
                });
    }

    @Test
    void thereIsNothingToFindInNeutralText() {
        Trials.each(
                TIMES / 4,
                MadeTexts::neutral,
                text -> {
                    assertThat(findings(text).references()).isEmpty();
                    assertThat(findings(text).themes()).isEmpty();
                });
    }

    private static void assertPlaces(Findings found, String text) {
        for (Reference reference : found.references()) {
            assertThat(reference.start()).isNotNegative().isLessThan(reference.end());
            assertThat(reference.end()).isLessThanOrEqualTo(text.length());
            assertThat(reference.text())
                    .isEqualTo(text.substring(reference.start(), reference.end()));
            assertThat(reference.canonical()).isNotBlank();
        }
        for (ThemeTag theme : found.themes()) {
            for (Passage passage : theme.passages()) {
                assertThat(passage.start()).isNotNegative().isLessThan(passage.end());
                assertThat(passage.end()).isLessThanOrEqualTo(text.length());
                assertThat(passage.text())
                        .isEqualTo(text.substring(passage.start(), passage.end()));
                assertThat(passage.terms()).allMatch(term -> passage.text().contains(term));
            }
        }
    }

    /** What is found where, counted from the paragraph's start. */
    private static List<String> placed(Findings findings, int offset) {
        List<String> places = new ArrayList<>();
        findings.references()
                .forEach(r ->
                        places.add(
                                "%s %s %s %d-%d"
                                        .formatted(
                                                r.kind(),
                                                r.canonical(),
                                                r.role(),
                                                r.start() - offset,
                                                r.end() - offset)));
        findings.themes()
                .forEach(theme ->
                        theme.passages()
                                .forEach(p ->
                                        places.add(
                                                "%s %s %d-%d"
                                                        .formatted(
                                                                theme.id(),
                                                                p.terms(),
                                                                p.start() - offset,
                                                                p.end() - offset))));
        return places;
    }

    private static Findings findings(String text) {
        return ENRICHER.findings(document("", text));
    }

    private static CitingDocument document(String title, String text) {
        return new CitingDocument(null, title, text, List.of(), null, Map.of());
    }
}
