package nl.beleidsradar.dutch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Runs an analyzer as an index would and writes each token down as {@code
 * term[start-end]+increment}.
 */
final class Terms {

    private Terms() {}

    static List<String> of(Analyzer analyzer, String text) {
        return run(analyzer, text, false);
    }

    static List<String> withPlaces(Analyzer analyzer, String text) {
        return run(analyzer, text, true);
    }

    private static List<String> run(Analyzer analyzer, String text, boolean places) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment =
                    stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String place =
                        "[%d-%d]+%d"
                                .formatted(
                                        offset.startOffset(),
                                        offset.endOffset(),
                                        increment.getPositionIncrement());
                terms.add(places ? term + place : term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
