package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstDigitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '"',
            value = {
                "abc\\d @ 3",
                "a?b{1,3}[0-9]+ @ 4",
                "(?<![\\pL-])(?<span>(?:motie|brief) ?(?i:nrs?)?\\.?\\d{2}) @ 10",
                "(?:a\\d|bcd7) @ 3",
                "(?:a\\d|b)c @ -1",
                "(?:a\\d)?c @ -1",
                "\\p{L}\\pN[^)]\\d @ 6",
                "(?=\\d)a @ -1",
                "a{2}(?>b|\\()++[\\d] @ -1",
                "x{0,200}\\d @ 160",
                "x{0,90}y{0,90}\\d @ -1",
                "(a)\\1\\d @ -1",
            })
    void tellsTheDistanceToADigitThatIsSure(String expression, int distance) {
        assertThat(FirstDigit.within(expression)).isEqualTo(distance);
    }

    @Test
    void noExampleOfThePackagedGrammarsHasItsFirstDigitFurtherAway() {
        new GrammarReader()
                .grammars().stream()
                        .flatMap(grammar -> grammar.patterns().stream())
                        .filter(pattern -> pattern.match().digitWithin() != FirstDigit.NOWHERE)
                        .forEach(FirstDigitTest::holds);
    }

    private static void holds(CitationPattern pattern) {
        String text =
                "Kamerstuk 36 410 X, nr. 5; TK 2023/24, 31 839, nr. 1024; COM(2020) 5; Stb. 2020, 12";
        Matcher matcher = Pattern.compile(pattern.match().pattern().pattern()).matcher(text);
        while (matcher.find()) {
            String match = matcher.group();
            int digit = 0;
            while (!Character.isDigit(match.charAt(digit))) {
                digit++;
            }
            assertThat(digit).as(pattern.name()).isLessThanOrEqualTo(pattern.match().digitWithin());
        }
    }
}
