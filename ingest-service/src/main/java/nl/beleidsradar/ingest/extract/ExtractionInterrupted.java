package nl.beleidsradar.ingest.extract;

import org.jspecify.annotations.Nullable;

/** The service is stopping; the document stays received and is taken up at the next start. */
public final class ExtractionInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExtractionInterrupted(@Nullable Throwable cause) {
        super("stopped while extracting", cause);
    }
}
