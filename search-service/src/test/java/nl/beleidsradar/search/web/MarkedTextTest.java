package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.web.MarkedText.Mark;
import nl.beleidsradar.search.web.MarkedText.Stretch;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static final String TEXT = "0123456789abcdefghij";

    @Test
    void leavesATextWithoutSpansWhole() {
        assertThat(shown(List.of(), List.of(), List.of())).isEqualTo("0123456789abcdefghij");
    }

    @Test
    void marksAPassage() {
        assertThat(shown(List.of(), List.of(mark(2, 5, "a")), List.of()))
                .isEqualTo("01{a:234}56789abcdefghij");
    }

    @Test
    void splitsPassagesThatOverlap() {
        assertThat(shown(List.of(), List.of(mark(2, 8, "a"), mark(5, 12, "b")), List.of()))
                .isEqualTo("01{a:234}{ab:567}{b:89ab}cdefghij");
    }

    @Test
    void nestsAPassageInsideAnother() {
        assertThat(shown(List.of(), List.of(mark(2, 12, "a"), mark(5, 8, "b")), List.of()))
                .isEqualTo("01{a:234}{ab:567}{a:89ab}cdefghij");
    }

    @Test
    void keepsBothOfTwoPassagesAtOnePlace() {
        assertThat(shown(List.of(), List.of(mark(2, 5, "a"), mark(2, 5, "b")), List.of()))
                .isEqualTo("01{ab:234}56789abcdefghij");
    }

    @Test
    void linksAReferenceInsideAPassage() {
        assertThat(shown(List.of(), List.of(mark(2, 12, "a")), List.of(reference(4, 6, "x"))))
                .isEqualTo("01{a:23<x:45>6789ab}cdefghij");
    }

    @Test
    void splitsAReferenceAtTheEdgeOfAPassageAndAnchorsItOnce() {
        var marked = of(List.of(), List.of(mark(0, 5, "a")), List.of(reference(3, 8, "x")));
        assertThat(shown(marked)).isEqualTo("{a:012<x:34>}<x:567>89abcdefghij");
        assertThat(
                        marked.stretches().stream()
                                .flatMap(s -> s.pieces().stream())
                                .map(MarkedText.Piece::anchor)
                                .filter(a -> a != null))
                .containsExactly("v3");
    }

    @Test
    void dropsTheLinkOfAReferenceInsideALongerOne() {
        assertThat(shown(List.of(), List.of(), List.of(reference(4, 6, "y"), reference(2, 9, "x"))))
                .isEqualTo("01<x:2345678>9abcdefghij");
    }

    @Test
    void givesAListOfNumbersItsLinksAtItsEnd() {
        var marked = of(List.of(), List.of(), List.of(reference(2, 9, "x"), reference(2, 9, "y")));
        var piece = marked.stretches().getFirst().pieces().get(1);
        assertThat(piece.text()).isEqualTo("2345678");
        assertThat(piece.target()).isNull();
        assertThat(piece.listed()).extracting(Reference::canonical).containsExactly("x", "y");
    }

    @Test
    void announcesEveryPageAlsoTheEmptyOnes() {
        assertThat(shown(List.of(0, 5, 5, 20), List.of(mark(3, 8, "a")), List.of()))
                .isEqualTo("(1)012{a:34}(2)(3){a:567}89abcdefghij(4)");
    }

    @Test
    void namesAPassageWhereItStartsAndNotAgainAfterAPage() {
        var marked = of(List.of(0, 5), List.of(mark(3, 8, "a")), List.of());
        assertThat(marked.stretches().stream().flatMap(s -> s.starting().stream())).hasSize(1);
    }

    @Test
    void showsOnlyThePartAsked() {
        var part = new TextPart(2, 5, 10);
        var marked =
                MarkedText.of(
                        TEXT,
                        part,
                        List.of(0, 5, 10),
                        List.of(mark(3, 7, "a"), mark(9, 15, "b"), mark(12, 14, "c")),
                        List.of(reference(4, 6, "x")));
        assertThat(shown(marked)).isEqualTo("(2){a:<x:5>6}78{b:9}");
    }

    @Test
    void losesNoCharacterWhateverTheSpans() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            List<Mark> marks = new ArrayList<>();
            List<Reference> references = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                int start = random.nextInt(-2, TEXT.length());
                marks.add(mark(start, random.nextInt(start, 24), "m" + n));
                references.add(reference(start, random.nextInt(start, 24), "r" + n));
            }
            var marked = of(List.of(0, 7, 7, 20), marks, references);
            String joined =
                    marked.stretches().stream()
                            .flatMap(s -> s.pieces().stream())
                            .map(MarkedText.Piece::text)
                            .collect(Collectors.joining());
            assertThat(joined).isEqualTo(TEXT);
        }
    }

    private static String shown(List<Integer> pages, List<Mark> marks, List<Reference> refs) {
        return shown(of(pages, marks, refs));
    }

    private static MarkedText of(List<Integer> pages, List<Mark> marks, List<Reference> refs) {
        return MarkedText.of(TEXT, new TextPart(1, 0, TEXT.length()), pages, marks, refs);
    }

    private static String shown(MarkedText marked) {
        var shown = new StringBuilder();
        for (Stretch stretch : marked.stretches()) {
            stretch.pages().forEach(p -> shown.append('(').append(p).append(')'));
            String inner =
                    stretch.pieces().stream()
                            .map(p ->
                                    p.references().isEmpty()
                                            ? p.text()
                                            : "<%s:%s>"
                                                    .formatted(
                                                            p.references().getFirst().canonical(),
                                                            p.text()))
                            .collect(Collectors.joining());
            String themes = stretch.marks().stream().map(Mark::theme).collect(Collectors.joining());
            shown.append(themes.isEmpty() ? inner : "{" + themes + ":" + inner + "}");
        }
        return shown.toString();
    }

    private static Mark mark(int start, int end, String theme) {
        return new Mark(start, end, theme, "t-" + theme, true);
    }

    private static Reference reference(int start, int end, String canonical) {
        return new Reference(
                ReferenceKind.KAMERSTUK,
                canonical,
                "",
                start,
                end,
                null,
                Reference.Role.CITED,
                null,
                null,
                null);
    }
}
