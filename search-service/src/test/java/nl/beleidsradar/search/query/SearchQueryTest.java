package nl.beleidsradar.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.service.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {

    @Test
    void readsEveryParameter() {
        SearchQuery query =
                SearchQuery.of(
                        Map.ofEntries(
                                Map.entry("q", List.of(" zee ")),
                                Map.entry("theme", List.of("klimaat")),
                                Map.entry("strength", List.of("section")),
                                Map.entry("source", List.of("tk")),
                                Map.entry("type", List.of("motie")),
                                Map.entry("reference", List.of("kst-1-2")),
                                Map.entry("dossier", List.of("36 740 vi")),
                                Map.entry("from", List.of("2024-01-02")),
                                Map.entry("to", List.of("2024-01-03")),
                                Map.entry("sort", List.of("oldest")),
                                Map.entry("page", List.of("3")),
                                Map.entry("size", List.of("100"))));

        assertThat(query)
                .isEqualTo(
                        new SearchQuery(
                                "zee",
                                "klimaat",
                                Strength.SECTION,
                                "tk",
                                "motie",
                                "kst-1-2",
                                "36740-VI",
                                LocalDate.of(2024, 1, 2),
                                LocalDate.of(2024, 1, 3),
                                SearchQuery.Sort.OLDEST,
                                3,
                                100));
    }

    @ParameterizedTest
    @CsvSource({
        "page,0",
        "page,-1",
        "page,x",
        "page,1.5",
        "page,99999999999",
        "size,0",
        "size,101",
        "from,2024-13-01",
        "from,gisteren",
        "to,2024-02-30",
        "sort,best",
        "strength,huge",
        "strength,MAIN",
        "from,+12345-01-01"
    })
    void namesTheParameterItCannotUse(String name, String value) {
        assertThatThrownBy(() -> SearchQuery.of(Map.of(name, List.of(value))))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith(name + " must be");
    }

    @Test
    void refusesWhatIsTooLongGivenTwiceOrBackToFront() {
        assertThatThrownBy(() -> SearchQuery.of(Map.of("q", List.of("x".repeat(1_001)))))
                .hasMessage("q may have at most 1000 characters");
        assertThatThrownBy(() -> SearchQuery.of(Map.of("theme", List.of("a", "b"))))
                .hasMessage("theme may be given once");
        assertThatThrownBy(() ->
                        SearchQuery.of(
                                Map.of(
                                        "from", List.of("2024-01-02"),
                                        "to", List.of("2024-01-01"))))
                .hasMessage("from must not be after to");
    }

    @Test
    void readsBlankAndUnknownParametersAsAbsent() {
        assertThat(SearchQuery.of(Map.of("theme", List.of(" "), "lang", List.of("en"))))
                .isEqualTo(SearchQuery.ALL);
    }

    @Test
    void changesOneParameterAndGoesBackToTheFirstPage() {
        SearchQuery query =
                SearchQuery.of(
                        Map.of(
                                "q", List.of("\"zee & wind\" é+"),
                                "theme", List.of("klimaat"),
                                "page", List.of("4")));

        assertThat(query.toQueryString())
                .isEqualTo("q=%22zee+%26+wind%22+%C3%A9%2B&theme=klimaat&page=4");
        assertThat(query.with("theme", null)).isEqualTo("q=%22zee+%26+wind%22+%C3%A9%2B");
        assertThat(query.with("source", "tk"))
                .isEqualTo("q=%22zee+%26+wind%22+%C3%A9%2B&theme=klimaat&source=tk");
        assertThat(query.with("page", "5"))
                .isEqualTo("q=%22zee+%26+wind%22+%C3%A9%2B&theme=klimaat&page=5");
        assertThat(SearchQuery.ALL.toQueryString()).isEmpty();
    }
}
