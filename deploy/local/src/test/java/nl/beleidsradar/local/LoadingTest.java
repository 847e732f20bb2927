package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import nl.beleidsradar.local.Loading.Counts;
import org.junit.jupiter.api.Test;

class LoadingTest {

    private static final String SOURCES =
            """
            {"items":[
              {"id":"folder","kind":"folder","listed":5,"held":3,"failed":1,"refused":0,
               "missingCount":1,"missing":["folder:x"]},
              {"id":"tk","kind":"odata","listed":2,"held":2,"failed":0,"refused":0,"missingCount":0}]}
            """;

    @Test
    void addsUpAllSources() {
        assertThat(Loading.read(SOURCES, "{\"total\":4,\"tookMs\":1,\"hits\":[]}"))
                .isEqualTo(new Counts(7, 1, 1, 4));
    }

    @Test
    void isCompleteWhenNothingIsMissingAndEveryHeldDocumentIsFound() {
        assertThat(new Counts(5, 0, 0, 5).complete()).isTrue();
        assertThat(new Counts(5, 0, 1, 4).complete()).isTrue();
        assertThat(new Counts(5, 1, 0, 4).complete()).isFalse();
        assertThat(new Counts(5, 0, 0, 4).complete()).isFalse();
        assertThat(new Counts(0, 0, 0, 0).complete()).isFalse();
    }

    @Test
    void saysHowFarItIsInOneLine() {
        assertThat(new Counts(5, 1, 1, 3).line())
                .isEqualTo("documents: 3 of 5 searchable, 1 failed or refused");
    }
}
