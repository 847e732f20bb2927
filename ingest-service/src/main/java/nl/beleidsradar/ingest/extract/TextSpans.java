package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.contract.TextSpan;

/**
 * Recognises what printing put into a text: broken words, running heads, page numbers, footers and
 * footnotes. Takes any text in time that grows with its length; the text itself is not touched.
 */
public final class TextSpans {

    /** More than any document of a reasonable length has; the first ones are kept. */
    static final int MOST = 20_000;

    private TextSpans() {}

    /**
     * @param pages start offset of each page; without pages only broken words are told
     * @return by start
     */
    public static List<TextSpan> of(String text, List<Integer> pages) {
        List<TextSpan> spans = new ArrayList<>(BrokenWords.in(text, MOST));
        if (!pages.isEmpty()) {
            PageLines lines = PageLines.of(text, pages);
            List<TextSpan> printed = PrintedLines.in(text, lines);
            spans.addAll(printed);
            spans.addAll(Footnotes.in(text, lines, printed));
        }
        spans.sort(Comparator.comparingInt(TextSpan::start).thenComparingInt(TextSpan::end));
        return List.copyOf(spans.subList(0, Math.min(spans.size(), MOST)));
    }
}
