package nl.beleidsradar.search.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text small enough to be found and shown by itself: a page, or a part of a long
 * page or of a text without pages. The chunks of a text, joined, are that text.
 *
 * @param page counted from 1; null where the document has no pages
 * @param start offset in the text, in UTF-16 units
 */
public record Chunk(@Nullable Integer page, int start, String text) {

    /** Most UTF-16 units of a chunk. */
    static final int LONGEST = 20_000;

    /**
     * @param pages start offset of each page, ascending; empty for a text without pages
     */
    static List<Chunk> of(String text, List<Integer> pages) {
        List<Chunk> chunks = new ArrayList<>();
        if (pages.isEmpty()) {
            cut(text, 0, text.length(), null, chunks);
        }
        for (int i = 0; i < pages.size(); i++) {
            // What precedes the first page start belongs to the first page.
            int start = i == 0 ? 0 : within(text, pages.get(i));
            int end = i + 1 < pages.size() ? within(text, pages.get(i + 1)) : text.length();
            cut(text, start, end, i + 1, chunks);
        }
        return chunks;
    }

    private static int within(String text, int offset) {
        return Math.clamp(offset, 0, text.length());
    }

    private static void cut(
            String text, int from, int end, @Nullable Integer page, List<Chunk> chunks) {
        int start = from;
        while (start < end) {
            int stop = end - start <= LONGEST ? end : bound(text, start, start + LONGEST);
            chunks.add(new Chunk(page, start, text.substring(start, stop)));
            start = stop;
        }
    }

    /** The end of the last paragraph, else line, else word in the second half of the stretch. */
    private static int bound(String text, int start, int end) {
        int earliest = start + LONGEST / 2;
        for (String separator : List.of("\n\n", "\n", " ")) {
            int found = text.lastIndexOf(separator, end - separator.length());
            if (found >= earliest) {
                return found + separator.length();
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
