package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {

    private static final String LINE =
            "Een regel die zo lang is dat de zin op de volgende regel verder gaat met";

    @Test
    void joinsTheLinesOfAParagraph() {
        assertThat(read(LINE + "\nhet vervolg.")).isEqualTo(LINE + " het vervolg.");
        assertThat(read(LINE + "  \nNederland.")).isEqualTo(LINE + "   Nederland.");
    }

    @Test
    void joinsASentenceOverABlankLine() {
        assertThat(read(LINE + "\n\nhet vervolg.")).isEqualTo(LINE + "  het vervolg.");
    }

    @Test
    void joinsASentenceThatCannotHaveEnded() {
        String open = LINE.replace(" met", " in de");
        assertThat(read(open + "\n\nSahel.")).isEqualTo(open + "  Sahel.");
        assertThat(read("Dit zijn de niet-uitgelokte en\n\nonnodige")).doesNotContain("\n");
    }

    @Test
    void leavesOneBlankLineOfMany() {
        assertThat(read("Inleiding\n\n\n\nTekst")).isEqualTo("Inleiding\n\n  Tekst");
    }

    @Test
    void keepsParagraphsApart() {
        for (String next : new String[] {".\n\nnieuw", ":\n\nnieuw", "erin\n\nNieuw"}) {
            assertThat(read(LINE + next)).isEqualTo(LINE + next);
        }
    }

    @Test
    void keepsShortLinesOfAnAddress() {
        String address = "Rijnstraat 8  \n2515 XP Den Haag  \nPostbus 20061\nNederland";
        assertThat(read(address)).isEqualTo(address);
    }

    @Test
    void keepsItemsOfAListApart() {
        for (String item :
                new String[] {
                    "- punt", "• punt", "12. punt", "a) punt", "# Kop", "aan: u", "| cel"
                }) {
            assertThat(read(LINE + "\n" + item)).isEqualTo(LINE + "\n" + item);
        }
    }

    @Test
    void changesNothingOutsideTheStretchAndNoOffset() {
        String text = LINE + "\nvervolg\n" + LINE + "\nvervolg";
        String readable = ReadableText.of(text, LINE.length() + 9, text.length());
        assertThat(readable).hasSameSizeAs(text).startsWith(LINE + "\nvervolg\n" + LINE + " ");
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEqualTo("\n\n");
    }

    private static String read(String text) {
        return ReadableText.of(text, 0, text.length());
    }
}
