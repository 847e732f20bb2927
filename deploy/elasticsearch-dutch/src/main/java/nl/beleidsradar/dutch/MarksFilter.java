package nl.beleidsradar.dutch;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes what PDF text leaves inside words: soft hyphens, other invisible characters, and accents
 * stored as characters of their own.
 */
final class MarksFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    MarksFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] buffer = term.buffer();
        int kept = 0;
        for (int i = 0; i < term.length(); i++) {
            int type = Character.getType(buffer[i]);
            if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                buffer[kept++] = buffer[i];
            }
        }
        term.setLength(kept);
        return true;
    }
}
