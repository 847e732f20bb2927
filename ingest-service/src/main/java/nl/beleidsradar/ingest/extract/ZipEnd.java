package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A zip ends with a record of its own (APPNOTE 4.3.16). One without was cut off, and its reader,
 * who then goes by what stands before each file in it, takes the cut for the end.
 */
final class ZipEnd {

    private static final String FILE = "PK\3\4";
    private static final String END = "PK\5\6";

    /** The record, and the longest comment that may follow it. */
    private static final int LONGEST_END = 22 + 65_535;

    /** An office file that is read as such gives none of these away. */
    private static final Set<String> OF_OFFICE =
            Set.of(
                    "_rels/.rels",
                    "[Content_Types].xml",
                    "word/document.xml",
                    "xl/workbook.xml",
                    "ppt/presentation.xml");

    private ZipEnd() {}

    /** What was read of a file, with a word on its end where it is a zip that has none. */
    static Extracted judged(Path file, Extracted outcome) throws IOException {
        return switch (outcome) {
            case Extracted.Empty empty ->
                    isMissing(file) ? new Extracted.Corrupt("a zip without its end") : empty;
            case Extracted.Text text when isMissing(file) ->
                    isOfOffice(text)
                            ? new Extracted.Corrupt("an office file without its end")
                            : text.limited("corrupt");
            case Extracted.Text text -> text;
            case Extracted.Encrypted no -> no;
            case Extracted.Unsupported no -> no;
            case Extracted.Corrupt no -> no;
            case Extracted.TooLarge no -> no;
            case Extracted.TimedOut no -> no;
            case Extracted.EmbeddedLimit no -> no;
            case Extracted.OutOfMemory no -> no;
        };
    }

    private static boolean isOfOffice(Extracted.Text text) {
        return text.mediaType().equals("application/zip")
                && text.unpacked().documents().stream().anyMatch(d -> OF_OFFICE.contains(d.name()));
    }

    private static boolean isMissing(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            return read(bytes, FILE.length()).equals(FILE)
                    && !read(bytes.position(Math.max(0, bytes.size() - LONGEST_END)), LONGEST_END)
                            .contains(END);
        }
    }

    private static String read(SeekableByteChannel bytes, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        while (buffer.hasRemaining() && bytes.read(buffer) >= 0) {
            continue;
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
