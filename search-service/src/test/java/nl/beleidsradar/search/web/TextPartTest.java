package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextPartTest {

    private static final int LONGEST = TextPart.LONGEST;

    @Test
    void keepsAShortTextWhole() {
        assertThat(TextPart.of("kort", List.of())).containsExactly(new TextPart(1, 0, 4));
        assertThat(TextPart.of("", List.of(0))).containsExactly(new TextPart(1, 0, 0));
    }

    @Test
    void cutsAtTheLastPageThatFits() {
        String text = "x".repeat(LONGEST * 2);
        List<TextPart> parts = TextPart.of(text, List.of(0, 25_000, 50_000, 75_000));
        assertThat(parts)
                .containsExactly(
                        new TextPart(1, 0, 50_000),
                        new TextPart(2, 50_000, 75_000),
                        new TextPart(3, 75_000, 2 * LONGEST));
    }

    @Test
    void cutsAfterALineWhereThereAreNoPages() {
        String text = "een regel tekst\n".repeat(20_000);
        List<TextPart> parts = TextPart.of(text, List.of());
        assertThat(parts)
                .allSatisfy(p -> assertThat(p.end() - p.start()).isLessThanOrEqualTo(LONGEST));
        assertThat(parts).allSatisfy(p -> assertThat(text.charAt(p.end() - 1)).isEqualTo('\n'));
    }

    @Test
    void losesNothingAndSplitsNoSurrogatePair() {
        String text = "a" + "\uD83D\uDE00".repeat(100_000);
        List<TextPart> parts = TextPart.of(text, List.of());
        assertThat(
                        parts.stream()
                                .map(p -> text.substring(p.start(), p.end()))
                                .collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(parts)
                .allSatisfy(p ->
                        assertThat(Character.isLowSurrogate(text.charAt(p.start()))).isFalse());
    }

    @Test
    void findsThePartOfAnOffset() {
        List<TextPart> parts = List.of(new TextPart(1, 0, 10), new TextPart(2, 10, 20));
        assertThat(TextPart.at(parts, 9).number()).isEqualTo(1);
        assertThat(TextPart.at(parts, 10).number()).isEqualTo(2);
        assertThat(TextPart.at(parts, 99).number()).isEqualTo(2);
    }
}
