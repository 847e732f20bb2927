package nl.beleidsradar.ingest;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.OcrNeed;

/**
 * What came of reading the pictures of a document's pages.
 *
 * @param contentHash of the bytes that were read
 * @param outcome the document's whole text, or why there is none
 * @param ocr whether any of that text came from pictures
 */
record OcrResult(String contentHash, Extracted outcome, boolean ocr) {

    /** Where pictures give nothing, what was known stays; only a failure is told. */
    static OcrResult of(String contentHash, Extracted known, OcrNeed need, Extracted read) {
        if (!(known instanceof Extracted.Text text)) {
            return new OcrResult(contentHash, read, read instanceof Extracted.Text);
        }
        return switch (read) {
            case Extracted.Text found -> merged(contentHash, text, found);
            case Extracted.Empty empty ->
                    mayBeBlank(text, need)
                            ? new OcrResult(contentHash, text, false)
                            : failed(contentHash, text);
            case Extracted.Encrypted no -> failed(contentHash, text);
            case Extracted.Unsupported no -> failed(contentHash, text);
            case Extracted.Corrupt no -> failed(contentHash, text);
            case Extracted.TooLarge no -> failed(contentHash, text);
            case Extracted.TimedOut no -> failed(contentHash, text);
            case Extracted.EmbeddedLimit no -> failed(contentHash, text);
            case Extracted.OutOfMemory no -> failed(contentHash, text);
        };
    }

    /** Pages without a text of their own need not have one; garbled ones do. */
    private static boolean mayBeBlank(Extracted.Text known, OcrNeed need) {
        return need == OcrNeed.PAGES || known.pages().isEmpty();
    }

    private static OcrResult failed(String contentHash, Extracted.Text text) {
        return new OcrResult(contentHash, text.limited(OcrLimits.FAILED), false);
    }

    /**
     * Facts of the file come from the first reading. A reading that broke off may have less than
     * that had.
     */
    private static OcrResult merged(
            String contentHash, Extracted.Text known, Extracted.Text found) {
        boolean brokeOff = found.limits().contains(OcrLimits.FAILED);
        if (brokeOff && found.text().length() < known.text().length()) {
            return failed(contentHash, known);
        }
        List<String> limits = new ArrayList<>(known.limits());
        found.limits().stream().filter(limit -> !limits.contains(limit)).forEach(limits::add);
        Extracted.Text whole =
                new Extracted.Text(
                        found.text(),
                        found.pages(),
                        known.title(),
                        known.mediaType(),
                        found.parser(),
                        limits,
                        known.metadata());
        return new OcrResult(contentHash, whole, !same(known, found));
    }

    private static boolean same(Extracted.Text known, Extracted.Text found) {
        return BlobRef.ofText(known.text()).equals(BlobRef.ofText(found.text()));
    }
}
