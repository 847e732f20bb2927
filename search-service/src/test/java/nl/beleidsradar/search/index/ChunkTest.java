package nl.beleidsradar.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChunkTest {

    @Test
    void isAPageWhereThereArePages() {
        String text = "eerste\ntweede\nvierde";

        assertThat(Chunk.of(text, List.of(0, 7, 14, 14)))
                .containsExactly(
                        new Chunk(1, 0, "eerste\n"),
                        new Chunk(2, 7, "tweede\n"),
                        new Chunk(4, 14, "vierde"));
    }

    @Test
    void keepsWhatPrecedesTheFirstPageAndToleratesStartsBeyondTheText() {
        assertThat(Chunk.of("kop tekst", List.of(4, 50)))
                .containsExactly(new Chunk(1, 0, "kop tekst"));
        assertThat(Chunk.of("", List.of())).isEmpty();
    }

    @Test
    void endsWithAParagraphWhereItCan() {
        String paragraph = "woord ".repeat(1_000) + "\n\n";

        List<Chunk> chunks = Chunk.of(paragraph.repeat(20), List.of());

        assertThat(chunks).allSatisfy(c -> assertThat(c.text()).endsWith("\n\n"));
        assertThat(chunks).hasSize(7);
        assertThat(joined(chunks)).isEqualTo(paragraph.repeat(20));
    }

    @Test
    void neverCutsASurrogatePairNorLosesACharacter() {
        String text = "a" + "\ud83c\udf0a".repeat(30_000);

        List<Chunk> chunks = Chunk.of(text, List.of(0));

        assertThat(joined(chunks)).isEqualTo(text);
        assertThat(chunks)
                .allSatisfy(c -> {
                    assertThat(c.page()).isEqualTo(1);
                    assertThat(c.text().length()).isBetween(1, Chunk.LONGEST);
                    assertThat(Character.isLowSurrogate(c.text().charAt(0))).isFalse();
                });
    }

    private static String joined(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::text).collect(Collectors.joining());
    }
}
