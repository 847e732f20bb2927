package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A grammar file with a mistake is refused, with the file and the line. */
class GrammarReaderTest {

    private static final String PATTERN =
            "patterns:\n"
                    + "  - name: letter\n"
                    + "    kind: kamerstuk\n"
                    + "    literals: ['letter']\n"
                    + "    match: 'letter (?<n>[A-Z])'\n"
                    + "    canonical: 'kst-{n}'\n";
    private static final String EXAMPLES = "examples:\n  'letter A': [kst-A]\n";
    private static final String COUNTER = "counterExamples: []\n";
    private static final String GOOD = PATTERN + EXAMPLES + COUNTER;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(PATTERN + COUNTER, "grammar letters: has no examples"),
                mistake(PATTERN + EXAMPLES, "grammar letters: has no counterExamples"),
                mistake(EXAMPLES + COUNTER, "grammar letters: has no patterns"),
                mistake(
                        GOOD.replace("[A-Z])", "[A-Z]+)"),
                        "letters:2: letters/letter a repetition"),
                mistake(
                        GOOD.replace("[A-Z])", "[A-Z]{1,})"),
                        "letters:2: letters/letter a repetition"),
                mistake(
                        GOOD.replace("[A-Z])", "[A-Z]*)"),
                        "letters:2: letters/letter a repetition"),
                mistake(GOOD.replace("[A-Z])", "[A-Z)"), "letters:2: letters/letter"),
                mistake(GOOD.replace("kamerstuk", "paper"), "letters:2: letters/letter"),
                mistake(GOOD.replace("{n}", "{n:loud}"), "no filter is called loud"),
                mistake(
                        GOOD.replace("canonical", "canonicle"),
                        "letters:2: nothing is called canonicle"),
                mistake(
                        GOOD.replace("['letter']", "[]"),
                        "letters:2: letters/letter needs literals"),
                mistake(GOOD.replace("['letter']", "[' ']"), "letters:2: letters/letter a literal"),
                mistake(
                        GOOD.replace("kind:", "reader: magic\n    kind:"),
                        "no reader is called magic"),
                mistake(GOOD.replace("  - name: letter\n", "  - name: [\n"), "letters: line "),
                mistake(GOOD + "examples: {}\n", "letters: line "));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheFileAndTheLine(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(GrammarException.class)
                .hasMessageContaining(message);
    }

    @Test
    void readsAFileWithoutMistakes() {
        assertThat(read(GOOD).patterns())
                .extracting(CitationPattern::name)
                .containsExactly("letters/letter");
    }

    private static PatternGrammar read(String content) {
        return new GrammarReader().grammar(GrammarFile.parsed("letters", content));
    }

    private static Arguments mistake(String content, String message) {
        return Arguments.of(content, message);
    }
}
