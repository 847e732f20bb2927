package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an extraction: the whole text, or the reason why there is none. */
public sealed interface Extracted {

    /**
     * The whole text.
     *
     * @param pages start offset of each page, UTF-16 units; empty where the format has none
     * @param title as the file states it
     * @param parser name and version of the extractor
     * @param limits limits that bit, such as attachments left out
     * @param metadata further facts the file states
     * @param unpacked the documents inside, to be closed by who takes them
     */
    record Text(
            String text,
            List<Integer> pages,
            @Nullable String title,
            String mediaType,
            String parser,
            List<String> limits,
            Map<String, List<String>> metadata,
            Unpacked unpacked)
            implements Extracted {

        /** A text of a file that holds no documents. */
        public Text(
                String text,
                List<Integer> pages,
                @Nullable String title,
                String mediaType,
                String parser,
                List<String> limits,
                Map<String, List<String>> metadata) {
            this(text, pages, title, mediaType, parser, limits, metadata, Unpacked.NONE);
        }

        /** The same, with one more limit named. */
        public Text limited(String limit) {
            List<String> more = new ArrayList<>(limits);
            if (!more.contains(limit)) {
                more.add(limit);
            }
            return new Text(text, pages, title, mediaType, parser, more, metadata, unpacked);
        }

        public Text {
            pages = List.copyOf(pages);
            limits = List.copyOf(limits);
            metadata = Map.copyOf(metadata);
        }
    }

    /** Needs a password. */
    record Encrypted() implements Extracted {}

    /** No format with a text in it. */
    record Unsupported(String mediaType) implements Extracted {}

    /** Not what it says it is, or damaged. */
    record Corrupt(String detail) implements Extracted {}

    /** The file or its text is above a limit. */
    record TooLarge(String detail) implements Extracted {}

    /** Reading took longer than allowed. */
    record TimedOut() implements Extracted {}

    /** Reading took more memory than allowed. */
    record OutOfMemory() implements Extracted {}

    /** All that is in it lies beyond the limits on unpacking. */
    record EmbeddedLimit() implements Extracted {}

    /** Nothing in it, or pictures only. */
    record Empty(String detail) implements Extracted {}
}
