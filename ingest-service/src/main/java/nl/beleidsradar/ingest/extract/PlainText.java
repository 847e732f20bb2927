package nl.beleidsradar.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plain text in UTF-8, taken as it is, without a byte order mark. Other encodings are left to the
 * isolated extractor, which guesses them.
 */
final class PlainText {

    private static final Set<String> EXTENSIONS = Set.of("", "txt", "text", "md", "markdown");
    private static final List<String> OTHER_FORMATS = List.of("<", "%PDF", "%!", "{\\rtf");

    private PlainText() {}

    static boolean mayBe(@Nullable String fileName, byte[] head) {
        if (!EXTENSIONS.contains(extension(fileName))) {
            return false;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return OTHER_FORMATS.stream().noneMatch(start::startsWith);
    }

    static Optional<Extracted> read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        if (text.chars().anyMatch(PlainText::isBinary)) {
            return Optional.empty();
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return Optional.of(
                text.isBlank()
                        ? new Extracted.Empty("white space only")
                        : new Extracted.Text(
                                text,
                                List.of(),
                                null,
                                "text/plain",
                                "plain-text 1",
                                List.of(),
                                Map.of()));
    }

    private static boolean isBinary(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    private static String extension(@Nullable String fileName) {
        int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
        return fileName == null || dot < 0
                ? ""
                : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
