package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.contract.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFinderTest {

    private static final int HOSTILE_LENGTH = 5_000_000;

    @Test
    void listsTheTitleFirstAndMarksIt() {
        List<Reference> found =
                Finder.STANDARD.find(
                        Finder.document(
                                "36740-VI Verslag (Kamerstuk 36740-VI-2)",
                                "Kamerstuk 34919, nr. 74"));
        assertThat(found)
                .extracting(Reference::canonical)
                .containsExactly("dossier:36740-VI", "kst-36740-VI-2", "kst-34919-74");
        assertThat(found).extracting(Reference::in).containsExactly("title", "title", null);
    }

    @Test
    void tellsThePageOfEachFind() {
        String text = "Kamerstuk 34919, nr. 74\nKamerstuk 34919, nr. 75";
        CitingDocument document =
                new CitingDocument(null, "", text, List.of(0, 24), null, Map.of());
        assertThat(Finder.STANDARD.find(document))
                .extracting(Reference::page)
                .containsExactly(1, 2);
    }

    @Test
    void findsTheIdInsideAnAddressBesideTheAddress() {
        assertThat(
                        Finder.canonicals(
                                "(https://www.tweedekamer.nl/kamerstukken/detail?id=2022D25169&did=2022D25169)"))
                .containsExactly(
                        "https://www.tweedekamer.nl/kamerstukken/detail?id=2022D25169&did=2022D25169",
                        "2022D25169");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kamerstuk 34919 nr 74 | kst-34919-74",
                "34919-74 | kst-34919-74",
                "34919, 74 | kst-34919-74",
                "kst-34919-74 | kst-34919-74",
                "36 410 X, nr. 47 | kst-36410-X-47",
                "36410 x nr 47 | kst-36410-X-47",
                "2021Z08444 | 2021Z08444",
                "36410 | dossier:36410",
                "36 410 X | dossier:36410-X",
                "stb 2020, 118 | stb-2020-118",
                "Verordening (EU) 2021/697 | 32021R0697"
            })
    void understandsASpellingInASearchBox(String typed, String canonical) {
        assertThat(Finder.STANDARD.canonicalOf(typed)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "militaire mobiliteit",
                "2024",
                "motie over 36 410 X, nr. 47",
                "34919-74 en 34919-75",
                "kamerstuk",
                "60 000 militairen"
            })
    void understandsNothingElseInASearchBox(String typed) {
        assertThat(Finder.STANDARD.canonicalOf(typed)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Kamerstuk ", "nr. 1 (", "12345-"})
    void readsMegabytesOfHostileTextToTheEnd(String repeated) {
        String text =
                repeated.repeat(HOSTILE_LENGTH / repeated.length()) + " Kamerstuk 34919, nr. 74";
        assertThat(Finder.canonicals(text)).endsWith("kst-34919-74");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nr. ",
                "(",
                "[",
                "1",
                "12 345 ",
                "\u00AD",
                "artikel ",
                "artikel 5, ",
                "PB L ",
                "Kamerstuk (((((",
                "Verdrag inzake ",
                "a-\n",
                "\uD800",
                "\u0000"
            })
    void takesTimeInProportionToTheLengthOfAHostileText(String repeated) {
        String shorter = repeated.repeat(60_000 / repeated.length());
        Finder.in(shorter);
        // Machines of a build are shared: the bound only tells linear from quadratic time.
        assertThat(fastest(shorter.repeat(8))).isLessThan(30 * fastest(shorter) + 200_000_000L);
    }

    private static long fastest(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Finder.in(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Test
    void readsALongListOnlyAsFarAsListsGo() {
        String text = "Kamerstuk 34919, nrs. 1" + ", 2".repeat(100_000);
        assertThat(Finder.in(text)).hasSizeLessThan(100);
    }
}
