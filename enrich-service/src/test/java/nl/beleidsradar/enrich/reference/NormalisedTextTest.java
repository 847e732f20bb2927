package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.beleidsradar.contract.Reference;
import org.junit.jupiter.api.Test;

class NormalisedTextTest {

    @Test
    void makesOneSpaceOfAnyWhiteSpaceAndKeepsLineEnds() {
        assertThat(NormalisedText.of("a\u00A0\u2009 b \r\n\n c").text()).isEqualTo("a b\nc");
    }

    @Test
    void joinsWordsBrokenOverLinesButNotHyphensOfNumbers() {
        assertThat(NormalisedText.of("hoofdlijnenak-\nkoord 2023-\n20272").text())
                .isEqualTo("hoofdlijnenakkoord 2023-\n20272");
        assertThat(NormalisedText.of("Kamer\u00ADstuk ak\u00AD\nkoord").text())
                .isEqualTo("Kamerstuk akkoord");
    }

    @Test
    void leadsBackToTheOriginalOffsets() {
        String original = "x\u00A0\u00A0Kamer\u00ADstuk **36\u00A0410**–X, nr.\n\n47!";
        Reference found = Finder.in(original).getFirst();
        assertThat(found.canonical()).isEqualTo("kst-36410-X-47");
        assertThat(original.substring(found.start(), found.end()))
                .isEqualTo(found.text())
                .isEqualTo("Kamer\u00ADstuk **36\u00A0410**–X, nr.\n\n47");
    }

    @Test
    void countsUtf16UnitsAcrossSurrogatePairs() {
        String original = "\uD83D\uDE80\uD83D\uDE80 Kamerstuk 34919, nr. 74";
        assertThat(Finder.in(original).getFirst().start()).isEqualTo(5);
    }

    @Test
    void leavesOutTheLinesThatPrintingRepeats() {
        String text = "een\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n12\ntwee";
        List<Span> heads = RunningHeads.in(text);
        assertThat(heads).hasSize(2);
        assertThat(NormalisedText.of(text, heads).text()).isEqualTo("een\ntwee");
    }
}
