package nl.beleidsradar.ingest.extract;

/** Reads the pages of a document that are pictures. */
public interface PageReader {

    /** The limit of a text that lacks pages which took too long, or broke off. */
    String BROKE_OFF = "ocr-failed";

    /** Whether the program for it is there; if not, nothing can be read. */
    boolean isAvailable();

    /** What reads the pages, with its version; for staff. */
    String name();

    /**
     * @param need {@link OcrNeed#WHOLE} to read every page from its picture
     */
    Extracted read(Original original, OcrNeed need);
}
