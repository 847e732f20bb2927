package nl.beleidsradar.search.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import nl.beleidsradar.search.EnrichStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small server plays enrich-service, well and badly. */
class EnrichServiceTest {

    private static final Submission FILE = Submission.yaml("id: weer\n");

    private final EnrichStub stub = new EnrichStub();
    private final EnrichService enrich =
            new EnrichService(stub.url(), Duration.ofMillis(800), Duration.ofMillis(800));

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsTheFileAsItIs() {
        assertThat(enrich.check(FILE))
                .isInstanceOfSatisfying(
                        EnrichAnswer.Given.class,
                        g ->
                                assertThat(g.value())
                                        .isEqualTo(new CheckedTheme("weer", "id: weer\n")));
        assertThat(stub.asked()).containsExactly("/api/themes/check application/yaml id: weer\n");
    }

    @Test
    void passesOnWhatIsWrong() {
        stub.answers(
                422,
                "{\"detail\":\"wrong\",\"problems\":[\"theme.yaml:3: unknown key\",null],\"x\":1}");

        assertThat(enrich.check(FILE))
                .isInstanceOfSatisfying(
                        EnrichAnswer.Refused.class,
                        r -> {
                            assertThat(r.status()).isEqualTo(422);
                            assertThat(r.detail()).isEqualTo("wrong");
                            assertThat(r.problems())
                                    .isEqualTo(java.util.List.of("theme.yaml:3: unknown key"));
                        });
    }

    @Test
    void refusesWithWordsOfItsOwnWhereTheProblemCannotBeRead() {
        stub.answers(429, "<html>");

        assertThat(enrich.preview(FILE))
                .isInstanceOfSatisfying(
                        EnrichAnswer.Refused.class, r -> assertThat(r.detail()).contains("429"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"id\":\"weer\"}", "{\"id\":[1]}"})
    void takesAnAnswerThatCannotBeReadForNone(String garbage) {
        stub.answers(200, garbage);

        assertThat(enrich.check(FILE)).isInstanceOf(EnrichAnswer.Away.class);
        assertThat(enrich.preview(FILE)).isInstanceOf(EnrichAnswer.Away.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500, 503})
    void takesAnErrorOfTheServiceForNoAnswer(int status) {
        stub.answers(status, "{}");

        assertThat(enrich.check(FILE)).isInstanceOf(EnrichAnswer.Away.class);
    }

    @Test
    void doesNotTakeAnEndlessAnswer() {
        stub.answers(200, new byte[(16 << 20) + 1]);

        assertThat(enrich.check(FILE)).isInstanceOf(EnrichAnswer.Away.class);
    }

    @Test
    void doesNotWaitForAnAnswerThatDrips() {
        stub.answers(200, "{\"id\":\"weer\",\"content\":\"id: weer\"}");
        stub.dripsFor(Duration.ofSeconds(5));

        long started = System.nanoTime();
        assertThat(enrich.check(FILE)).isInstanceOf(EnrichAnswer.Away.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void saysThatNobodyIsThere() {
        var nobody =
                new EnrichService(
                        URI.create("http://127.0.0.1:1"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2));

        assertThat(nobody.check(FILE)).isInstanceOf(EnrichAnswer.Away.class);
    }
}
