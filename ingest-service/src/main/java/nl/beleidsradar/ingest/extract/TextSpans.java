package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.contract.TextSpan;

/**
 * What printing put into a text: broken words, running heads, page numbers, footers and footnotes.
 * Takes any text in time that grows with its length; the text itself is not touched.
 *
 * @param spans by start
 * @param complete false where there were more than are kept
 */
public record TextSpans(List<TextSpan> spans, boolean complete) {

    /** The limit of a text with more of them. */
    public static final String LIMITED = "span-limit";

    /** More than any document of a reasonable length has; the first ones are kept. */
    static final int MOST = 20_000;

    public TextSpans {
        spans = List.copyOf(spans);
    }

    /**
     * @param pages start offset of each page; without pages only broken words are told
     */
    public static TextSpans of(String text, List<Integer> pages) {
        List<TextSpan> spans = new ArrayList<>(BrokenWords.in(text, MOST + 1));
        boolean complete = true;
        if (!pages.isEmpty()) {
            PageLines lines = PageLines.of(text, pages);
            List<TextSpan> printed = PrintedLines.in(text, lines);
            spans.addAll(printed);
            spans.addAll(Footnotes.in(text, lines, printed));
            complete = lines.complete();
        }
        spans.sort(Comparator.comparingInt(TextSpan::start).thenComparingInt(TextSpan::end));
        return new TextSpans(
                spans.subList(0, Math.min(spans.size(), MOST)), complete && spans.size() <= MOST);
    }
}
