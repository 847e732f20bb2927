package nl.beleidsradar.search.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import nl.beleidsradar.dutch.DutchAnalyzer;
import nl.beleidsradar.search.index.Chunk;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text as {@link DutchAnalyzer#exact()} gives them, kept because two fields are made
 * of them. Each chunk is read by itself, as the index does, and all are one sequence without gaps;
 * offsets are those in the whole text.
 */
final class Tokens {

    private static final Analyzer EXACT = DutchAnalyzer.exact();

    private char[] letters = new char[1 << 12];
    private int[] places = new int[1 << 11];
    private int used;
    private int count;

    private Tokens() {}

    static Tokens of(List<Chunk> chunks) {
        Tokens tokens = new Tokens();
        for (Chunk chunk : chunks) {
            tokens.read(chunk);
        }
        return tokens;
    }

    static Tokens of(String text) {
        return of(List.of(new Chunk(null, 0, text)));
    }

    private void read(Chunk chunk) {
        try (TokenStream words = EXACT.tokenStream("", chunk.text())) {
            CharTermAttribute term = words.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = words.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment =
                    words.getAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                add(term);
                int at = 4 * count++;
                if (at + 4 > places.length) {
                    places = Arrays.copyOf(places, 2 * places.length);
                }
                places[at] = used;
                places[at + 1] = chunk.start() + offset.startOffset();
                places[at + 2] = chunk.start() + offset.endOffset();
                places[at + 3] = increment.getPositionIncrement();
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private void add(CharTermAttribute term) {
        if (used + term.length() > letters.length) {
            letters = Arrays.copyOf(letters, 2 * (used + term.length()));
        }
        System.arraycopy(term.buffer(), 0, letters, used, term.length());
        used += term.length();
    }

    /** The words, lower case and without accents. */
    TokenStream exact() {
        return new Replay();
    }

    /** Their stems, and those of the parts of compounds. */
    TokenStream stems() {
        return DutchAnalyzer.indexed(new Replay());
    }

    private final class Replay extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute increment =
                addAttribute(PositionIncrementAttribute.class);
        private int next;

        @Override
        public boolean incrementToken() {
            if (next == count) {
                return false;
            }
            clearAttributes();
            int at = 4 * next++;
            int from = at == 0 ? 0 : places[at - 4];
            term.copyBuffer(letters, from, places[at] - from);
            offset.setOffset(places[at + 1], places[at + 2]);
            increment.setPositionIncrement(places[at + 3]);
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
        }
    }
}
