package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for pictures in a PDF without parsing it. A picture is a stream, and the dictionary of a
 * stream always stands in the open (ISO 32000-1, 7.5.7), so its size can be read where it stands.
 */
final class PdfPictures {

    /** Narrower than A4 at 72 dots an inch is no scan that could be read. */
    private static final int NARROWEST_PAGE = 580;

    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final int BLOCK = 1024 * 1024;

    /** More than a dictionary of a picture ever takes before and after its kind. */
    private static final int AROUND = 400;

    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s?/Image\\b");
    private static final Pattern WIDTH = Pattern.compile("/Width\\s{1,4}(\\d{1,6})\\b");
    private static final Pattern HEIGHT = Pattern.compile("/Height\\s{1,4}(\\d{1,6})\\b");

    private PdfPictures() {}

    static boolean hasOneOfAPage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String kept = "";
            for (long read = 0; read < MOST_BYTES; ) {
                byte[] block = in.readNBytes(BLOCK);
                String part = kept + new String(block, StandardCharsets.ISO_8859_1);
                if (isIn(part)) {
                    return true;
                }
                if (block.length < BLOCK) {
                    return false;
                }
                read += block.length;
                kept = part.substring(part.length() - 2 * AROUND);
            }
        }
        return true;
    }

    /** Looks on behind each dictionary, so that no byte is read more often than a few times. */
    private static boolean isIn(String part) {
        Matcher picture = PICTURE.matcher(part);
        for (int at = 0; picture.find(at); ) {
            String before = part.substring(Math.max(0, picture.start() - AROUND), picture.start());
            String after =
                    part.substring(picture.end(), Math.min(part.length(), picture.end() + AROUND));
            int stream = after.indexOf("stream");
            String rest = stream < 0 ? after : after.substring(0, stream);
            String dictionary = before.substring(Math.max(0, before.lastIndexOf("obj"))) + rest;
            if (size(WIDTH, dictionary) >= NARROWEST_PAGE
                    && size(HEIGHT, dictionary) >= NARROWEST_PAGE) {
                return true;
            }
            at = picture.end() + rest.length();
        }
        return false;
    }

    private static int size(Pattern name, String dictionary) {
        Matcher size = name.matcher(dictionary);
        return size.find() ? Integer.parseInt(size.group(1)) : 0;
    }
}
