package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/**
 * Judges whether a document must be read from pictures of its pages. A page without text in a
 * document that has no picture of a page's size is taken for a blank one.
 */
public final class OcrNeeds {

    private static final int HEAD = 1024;

    /** Characters one can see; a page with fewer has a number or a stamp at most. */
    static final int FEWEST_ON_A_PAGE = 20;

    private OcrNeeds() {}

    public static OcrNeed of(Original original, Extracted extracted) {
        return switch (extracted) {
            case Extracted.Text text -> of(original, text);
            case Extracted.Empty empty -> isPicture(original) ? OcrNeed.WHOLE : OcrNeed.NOTHING;
            case Extracted.Encrypted no -> OcrNeed.NOTHING;
            case Extracted.Unsupported no -> OcrNeed.NOTHING;
            case Extracted.Corrupt no -> OcrNeed.NOTHING;
            case Extracted.TooLarge no -> OcrNeed.NOTHING;
            case Extracted.TimedOut no -> OcrNeed.NOTHING;
            case Extracted.EmbeddedLimit no -> OcrNeed.NOTHING;
            case Extracted.OutOfMemory no -> OcrNeed.NOTHING;
        };
    }

    private static OcrNeed of(Original original, Extracted.Text text) {
        if (!text.mediaType().equals("application/pdf")) {
            return OcrNeed.NOTHING;
        }
        // Without pages its text is that of what it holds: none of its own was found.
        if (text.pages().isEmpty() || TextQuality.of(text.text()) < TextQuality.READABLE) {
            return OcrNeed.WHOLE;
        }
        try {
            return hasPageWithoutText(text.text(), text.pages())
                            && PdfPictures.hasOneOfAPage(original.file())
                    ? OcrNeed.PAGES
                    : OcrNeed.NOTHING;
        } catch (IOException e) {
            return OcrNeed.NOTHING;
        }
    }

    private static boolean hasPageWithoutText(String text, List<Integer> pages) {
        for (int i = 0; i < pages.size(); i++) {
            int end = i + 1 < pages.size() ? pages.get(i + 1) : text.length();
            int read = 0;
            for (int at = pages.get(i); at < end && read < FEWEST_ON_A_PAGE; at++) {
                read += isVisible(text.charAt(at)) ? 1 : 0;
            }
            if (read < FEWEST_ON_A_PAGE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVisible(char c) {
        return c > ' ' && !Character.isSpaceChar(c);
    }

    private static boolean isPicture(Original original) {
        try (InputStream in = Files.newInputStream(original.file())) {
            byte[] head = in.readNBytes(HEAD);
            String start = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
            return start.contains("%PDF-")
                    || start.startsWith("\u0089PNG\r\n")
                    || start.startsWith("\u00FF\u00D8\u00FF")
                    || start.startsWith("II*\0")
                    || start.startsWith("MM\0*");
        } catch (IOException e) {
            return false;
        }
    }
}
