package nl.beleidsradar.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.beleidsradar.quality.Verdict.Outcome;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private final Judge judge = new Judge("set", Find::kind);

    @Test
    void anExactFindIsRightAndAnotherSpanIsMisplaced() {
        assertThat(placed(List.of(label(10, 20)), find("kst-1-2", 10, 20)))
                .containsExactly(Outcome.RIGHT);
        assertThat(placed(List.of(label(10, 20)), find("kst-1-2", 9, 20)))
                .containsExactly(Outcome.MISPLACED);
    }

    @Test
    void aFindElsewhereOrOfAnotherDocumentIsBothMissedAndInvented() {
        assertThat(placed(List.of(label(10, 20)), find("kst-1-2", 20, 30)))
                .containsExactlyInAnyOrder(Outcome.MISSED, Outcome.INVENTED);
        assertThat(placed(List.of(label(10, 20)), find("kst-1-3", 10, 20)))
                .containsExactlyInAnyOrder(Outcome.MISSED, Outcome.INVENTED);
    }

    @Test
    void oneFindServesOneLabel() {
        assertThat(placed(List.of(label(10, 20), label(10, 20)), find("kst-1-2", 10, 20)))
                .containsExactlyInAnyOrder(Outcome.RIGHT, Outcome.MISSED);
    }

    @Test
    void withoutPlacesADocumentCitedTwiceCountsOnce() {
        Label label = Label.unplaced("kamerstuk", "cited", "kst-1-2", "Kamerstuk 1, nr. 2");
        List<Verdict> verdicts =
                judge.unplaced(
                        "d",
                        List.of(label, label),
                        List.of(find("kst-1-2", 0, 1), find("KST-1-2", 5, 6)));

        assertThat(Tally.of(verdicts)).isEqualTo(new Tally(1, 1, 1, 0));
    }

    @Test
    void aListNamesEachEntryByItsWholeSpan() {
        Label second = Label.unplaced("kamerstuk", "cited", "kst-1-3", "en 3");
        List<Verdict> verdicts =
                judge.unplaced(
                        "d",
                        List.of(second),
                        List.of(
                                new Find(
                                        "kamerstuk",
                                        "cited",
                                        "kst-1-2",
                                        0,
                                        9,
                                        "1, nr. 2 en 3",
                                        false),
                                new Find(
                                        "kamerstuk",
                                        "cited",
                                        "kst-1-3",
                                        0,
                                        9,
                                        "1, nr. 2 en 3",
                                        false)));

        assertThat(verdicts).extracting(Verdict::outcome).contains(Outcome.RIGHT);
        assertThat(Tally.of(verdicts).precision()).isEqualTo(0.5);
    }

    @Test
    void anotherRoleIsAMistake() {
        Label self = Label.unplaced("self", "self", "kst-1-2", "");

        assertThat(judge.unplaced("d", List.of(self), List.of(find("kst-1-2", 0, 1))))
                .extracting(Verdict::outcome)
                .containsExactlyInAnyOrder(Outcome.MISSED, Outcome.INVENTED);
    }

    private List<Outcome> placed(List<Label> labels, Find find) {
        return judge.placed("d", labels, List.of(find)).stream().map(Verdict::outcome).toList();
    }

    private static Label label(int start, int end) {
        return new Label("kamerstuk", "kamerstuk", "cited", "kst-1-2", start, end, "x", false);
    }

    private static Find find(String canonical, int start, int end) {
        return new Find("kamerstuk", "cited", canonical, start, end, "x", false);
    }
}
