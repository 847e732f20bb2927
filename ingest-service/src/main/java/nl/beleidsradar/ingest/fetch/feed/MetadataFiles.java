package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The official metadata files beside the publications of one page. They say what the record says,
 * and are kept up longer: where one cannot be had the record will do.
 */
final class MetadataFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataFiles.class);

    private final FeedSource source;
    private final Fetcher fetcher;
    private final @Nullable Instant read;
    private boolean asked;

    /**
     * @param read records no newer than this were listed by an earlier sweep, and are not asked for
     */
    MetadataFiles(FeedSource source, Fetcher fetcher, @Nullable Instant read) {
        this.source = source;
        this.fetcher = fetcher;
        this.read = read;
        this.asked = source.setting("metadata", "file").equals("file");
    }

    OfficialPublication completed(OfficialPublication publication) {
        URI file = publication.metadataFile();
        Instant modified = publication.modified();
        boolean known = read != null && modified != null && !modified.isAfter(read);
        if (file == null || known || !asked) {
            return publication;
        }
        try {
            Fetched.Body body = fetcher.body(file, Map.of("Accept", "application/xml"));
            return publication.with(body.bytes());
        } catch (FetchFailed e) {
            LOG.info(
                    "{}:{} listed without its metadata file: {}",
                    source.source(),
                    publication.local(),
                    e.getMessage());
            asked = !givesUp(e.fault());
            return publication;
        }
    }

    /** A host in trouble is not asked for the other files of the page. */
    private static boolean givesUp(FetchFailed.Fault fault) {
        return switch (fault) {
            case UNREACHABLE, LATER, BUSY, SLOW -> true;
            case REFUSED, ABSENT, BROKEN, TOO_LARGE, FORBIDDEN -> false;
        };
    }
}
