package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, [1], , ",
        "1, 3, [1] 2 3, , 2",
        "5, 9, 1 … 3 4 [5] 6 7 … 9, 4, 6",
        "9, 9, 1 … 7 8 [9], 8, ",
        // Further than there is: no page is the present one, and none comes next.
        "12, 3, 1 … 3, , ",
        "1, 0, '', , ",
    })
    void showsThePagesAround(long current, long pages, String shown, String before, String after) {
        Paging paging = Paging.of(current, pages, n -> "" + n);
        assertThat(
                        paging.steps().stream()
                                .map(s ->
                                        (s.gap() ? "… " : "")
                                                + (s.current()
                                                        ? "[" + s.number() + "]"
                                                        : "" + s.number()))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
        assertThat(paging.previous()).isEqualTo(before);
        assertThat(paging.next()).isEqualTo(after);
    }
}
