package nl.beleidsradar.enrich;

/** A text in the document store is larger than this service may read. */
final class TextTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    TextTooLarge(String textRef, long bytes) {
        super(textRef + " is " + bytes + " bytes");
    }
}
