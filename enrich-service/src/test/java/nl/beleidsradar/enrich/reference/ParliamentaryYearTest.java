package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParliamentaryYearTest {

    @ParameterizedTest
    @CsvSource({
        "2021-03-22, 20202021",
        "2023-09-18, 20222023",
        "2023-09-19, 20232024",
        "2020-09-14, 20192020",
        "2020-09-15, 20202021"
    })
    void beginsOnTheThirdTuesdayOfSeptember(LocalDate date, String year) {
        assertThat(ParliamentaryYear.of(date).inIds()).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "2023/24, 20232024",
        "1999-2000, 19992000",
        "2023-34, 20232024",
        "1985/- 86, 19851986"
    })
    void trustsTheFirstYearOfASession(String session, String year) {
        assertThat(ParliamentaryYear.parse(session).orElseThrow().inIds()).isEqualTo(year);
    }
}
