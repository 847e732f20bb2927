package nl.beleidsradar.ingest.fetch.web;

import java.io.IOException;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;

/** A fault on its way out of code that may throw IOException only. */
final class CarriedFault extends IOException {

    private static final long serialVersionUID = 1;
    private final FetchFailed failed;

    CarriedFault(FetchFailed failed) {
        super(failed.getMessage());
        this.failed = failed;
    }

    FetchFailed failed() {
        return failed;
    }
}
