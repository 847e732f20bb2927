package nl.beleidsradar.ingest.extract;

import org.jspecify.annotations.Nullable;

/** No extraction process can be had now (none starts, all are closed); try later. */
public final class ExtractorUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ExtractorUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
