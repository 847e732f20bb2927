package nl.beleidsradar.contract;

import java.util.Objects;

/**
 * A stretch of a document's text that printing put there, or that stands apart from the running
 * text; the text itself stays as extracted.
 *
 * @param start first UTF-16 unit, in the stored text
 * @param end one past the last
 */
public record TextSpan(Kind kind, int start, int end) {

    public TextSpan {
        Objects.requireNonNull(kind, "kind");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + " to " + end);
        }
    }

    /** What the stretch is. */
    public enum Kind {
        /** A word broken over two lines: its first part, the hyphen, the break, its second part. */
        JOINED_WORD,
        /** A line at the top of a page that other pages repeat. */
        RUNNING_HEAD,
        PAGE_NUMBER,
        /** A line at the foot of a page that other pages repeat. */
        FOOTER,
        /** A note below the text of a page, with its number. */
        FOOTNOTE;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }
}
