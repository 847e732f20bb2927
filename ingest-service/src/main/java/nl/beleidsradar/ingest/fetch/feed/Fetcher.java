package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.util.Map;

/**
 * Gets list pages and records of one source: within its rate, with a limit on time, size and
 * redirects, from its own hosts only.
 */
public interface Fetcher {

    /**
     * Asks for a page.
     *
     * @param headers such as {@code Accept}, {@code If-None-Match} or {@code If-Modified-Since}
     * @throws FetchFailed for all but a whole body, a 304, a 404 or a 410
     */
    Fetched get(URI address, Map<String, String> headers) throws FetchFailed;

    /** A page that must be there: the body. */
    default Fetched.Body body(URI address) throws FetchFailed {
        return body(address, Map.of());
    }

    /** A page that must be there: the body. */
    default Fetched.Body body(URI address, Map<String, String> headers) throws FetchFailed {
        return switch (get(address, headers)) {
            case Fetched.Body body -> body;
            case Fetched.NotModified() ->
                    throw FetchFailed.broken("not asked conditionally, yet answered with 304");
            case Fetched.Absent(int status) ->
                    throw new FetchFailed(FetchFailed.Fault.ABSENT, "answered with " + status);
        };
    }
}
