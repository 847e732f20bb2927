package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.beleidsradar.contract.TextSpan;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextSpansTest {

    @Test
    void aWordBrokenOverTwoLinesIsOne() {
        assertThat(read(List.of("de cyberweer- \n\nbaarheid van ICT-\nincidenten")))
                .containsExactly(
                        "joined-word: cyberweer- \n\nbaarheid", "joined-word: ICT-\nincidenten");
    }

    @Test
    void aHyphenThatLeavesOutOrIsADashBreaksNoWord() {
        assertThat(
                        read(
                                List.of(
                                        "de in-\nen uitvoer, wet-\nof regelgeving, dit -\nen dat\n"
                                                + "Cbw-\nWet 2024-\n2025")))
                .isEmpty();
    }

    @Test
    void linesThatEachPageRepeatAreRunningHeadsAndFooters() {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pages.add(
                    "Directie Wetgeving\nPagina %d van 4\nVraag %d\nHet antwoord op vraag %d.\n"
                                    .formatted(page, 2 * page, page)
                            + "Meer tekst over %s.\n".formatted("x".repeat(page)).repeat(9 + page)
                            + "Ministerie, vergaderjaar 2023-2024, Brief %d".formatted(page));
        }
        assertThat(read(pages))
                .hasSize(12)
                .startsWith(
                        "running-head: Directie Wetgeving",
                        "page-number: Pagina 1 van 4",
                        "footer: Ministerie, vergaderjaar 2023-2024, Brief 1",
                        "running-head: Directie Wetgeving");
    }

    @Test
    void aBareNumberIsAPageNumberWhereItCountsWithThePages() {
        List<String> counted =
                IntStream.range(7, 11)
                        .mapToObj(n ->
                                "Tekst " + "x".repeat(n) + ".\nNog " + "y".repeat(n) + ".\n" + n)
                        .toList();
        assertThat(read(counted))
                .containsExactly(
                        "page-number: 7", "page-number: 8", "page-number: 9", "page-number: 10");
        assertThat(read(List.of("Eerst.\n12\n", "Dan.\n12\n", "Ten slotte.\n3\n"))).isEmpty();
    }

    @Test
    void theFootOfAnOfficialPaperOfOnePageIsOne() {
        assertThat(read(List.of("Vraag 1\nJa.\nah-tk-20232024-2313\nISSN 0921 - 7398")))
                .containsExactly("footer: ah-tk-20232024-2313", "footer: ISSN 0921 - 7398");
    }

    @Test
    void notesBelowThePageAreThoseTheTextMarks() {
        assertThat(
                        read(
                                List.of(
                                        "De richtlijn1 geldt, zegt de Raad.2\n"
                                                + "12 procent niet.\n"
                                                + "1 Richtlijn (EU) 2022/2555,\n"
                                                + "ook NIS2.\n"
                                                + "2 Zie de brief.\n\n"
                                                + "kst-36764-3")))
                .containsExactly(
                        "footnote: 1 Richtlijn (EU) 2022/2555,\nook NIS2.",
                        "footnote: 2 Zie de brief.",
                        "footer: kst-36764-3");
        assertThat(read(List.of("Drie punten.\n1 De eerste\n2 De tweede"))).isEmpty();
    }

    @Test
    void takesTimeByTheLengthOfTheTextAndGivesNoMoreThanItsLimit() {
        List<String> pages =
                IntStream.range(0, 5_000).mapToObj(n -> "wo-\nord1 aa-\nbb\n1 Noot " + n).toList();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(read(pages)).hasSizeLessThanOrEqualTo(TextSpans.MOST));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> read(List.of("-\n".repeat(200_000))));
    }

    @Test
    void saysWhenThereAreMoreThanItGives() {
        String many = "wo-\nord ".repeat(TextSpans.MOST);
        assertThat(TextSpans.of(many, List.of()).complete()).isTrue();
        assertThat(TextSpans.of(many + "aa-\nbb ", List.of()).complete()).isFalse();
        assertThat(TextSpans.of(many + "aa-\nbb ", List.of()).spans()).hasSize(TextSpans.MOST);
    }

    @Test
    void keepsOfALongPageWhatPrintingCanHavePutThereAndNoMore() {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (String page : List.of("a", "b")) {
            starts.add(text.length());
            text.append("Directie Wetgeving\nHet ").append(page).append("-besluit1 geldt.\n");
            for (int line = 0; line < 100_000; line++) {
                text.append(line).append(page).append('\n');
            }
            text.append("1 Zie ").append(page).append(".\nMinisterie van Financiën\n");
        }
        PageLines lines = PageLines.of(text.toString(), starts);
        assertThat(lines.pages())
                .allSatisfy(p -> assertThat(p).hasSize(PageLines.TOP + PageLines.FOOT));
        assertThat(TextSpans.of(text.toString(), starts).spans())
                .extracting(TextSpan::kind)
                .containsExactly(
                        TextSpan.Kind.RUNNING_HEAD,
                        TextSpan.Kind.FOOTNOTE,
                        TextSpan.Kind.FOOTER,
                        TextSpan.Kind.RUNNING_HEAD,
                        TextSpan.Kind.FOOTNOTE,
                        TextSpan.Kind.FOOTER);
    }

    @Test
    void soManyPagesThatTheirLinesWouldFillTheMemoryAreNotAllLookedAt() {
        String page = "a\n".repeat(200);
        List<Integer> starts = IntStream.range(0, 10_000).mapToObj(n -> n * page.length()).toList();
        PageLines lines = PageLines.of(page.repeat(10_000), starts);
        assertThat(lines.complete()).isFalse();
        assertThat(lines.pages()).hasSize(10_000);
        assertThat(lines.pages().stream().mapToInt(List::size).sum()).isLessThan(1_001_000);
    }

    private static List<String> read(List<String> pages) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (String page : pages) {
            starts.add(text.length());
            text.append(page).append("\n\n");
        }
        String whole = text.toString();
        return TextSpans.of(whole, starts).spans().stream()
                .map(s -> s.kind() + ": " + whole.substring(s.start(), s.end()))
                .toList();
    }
}
