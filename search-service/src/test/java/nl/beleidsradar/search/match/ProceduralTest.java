package nl.beleidsradar.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProceduralTest {

    private static final Procedural PROCEDURAL = Procedural.packaged();

    @TestFactory
    Stream<DynamicTest> eachRuleMatchesItsExamplesAndNoneMatchesACounterExample() {
        assertThat(PROCEDURAL.rules()).hasSizeGreaterThan(8);
        return PROCEDURAL.rules().stream()
                .map(rule ->
                        dynamicTest(
                                rule.name(),
                                () -> {
                                    assertThat(rule.examples()).isNotEmpty();
                                    assertThat(rule.counterExamples()).isNotEmpty();
                                    assertThat(rule.examples())
                                            .allMatch(e -> rule.pattern().matcher(e).matches());
                                    assertThat(rule.counterExamples())
                                            .noneMatch(PROCEDURAL::matches);
                                }));
    }

    @Test
    void blanksDoNotMatter() {
        assertThat(PROCEDURAL.matches("Ministerie van\n  Defensie ")).isTrue();
    }

    @Test
    void noSentenceTakesLong() {
        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> {
                    for (String piece :
                            List.of("A", "De ", "A. ", "Aa, ", "van de ", "BRIEF VAN DE ", "12 ")) {
                        for (String start : List.of("", "commissie voor A", "De minister ")) {
                            String text = (start + piece.repeat(240)).substring(0, 239) + "!";
                            assertThat(PROCEDURAL.matches(text)).isFalse();
                        }
                    }
                });
    }
}
