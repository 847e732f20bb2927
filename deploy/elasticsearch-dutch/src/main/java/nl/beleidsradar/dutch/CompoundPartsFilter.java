package nl.beleidsradar.dutch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import nl.beleidsradar.dutch.CompoundSplitter.Span;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Adds the parts of a compound behind it, at its position, each with its own offsets: a highlight
 * marks the part and not the whole word.
 *
 * <p>Where folding changed the length of the word its parts cannot be placed, and take its offsets.
 * Offsets never go backwards, as an index with offsets demands. Expects folded lower-case terms.
 */
final class CompoundPartsFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);

    private final CompoundSplitter splitter;
    private final Deque<Span> pending = new ArrayDeque<>();
    private @Nullable State compound;

    CompoundPartsFilter(TokenStream input, CompoundSplitter splitter) {
        super(input);
        this.splitter = splitter;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pending.isEmpty()) {
            restoreState(compound);
            become(pending.removeFirst());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        pending.addAll(splitter.split(term));
        compound = pending.isEmpty() ? null : captureState();
        return true;
    }

    private void become(Span part) {
        int start = offset.startOffset();
        if (offset.endOffset() - start == term.length()) {
            offset.setOffset(start + part.start(), start + part.end());
        }
        String word = term.subSequence(part.start(), part.end()).toString();
        term.setEmpty().append(word);
        increment.setPositionIncrement(0);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        compound = null;
    }
}
