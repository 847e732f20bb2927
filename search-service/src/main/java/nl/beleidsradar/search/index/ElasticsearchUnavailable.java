package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import org.jspecify.annotations.Nullable;

/** Elasticsearch cannot be reached, is not ready or did not answer in time; asking again may do. */
public final class ElasticsearchUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ElasticsearchUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static ElasticsearchUnavailable because(String what, ErrorCause error) {
        return new ElasticsearchUnavailable("Elasticsearch " + what + ": " + error.type(), null);
    }

    /** Names what was tried and what Elasticsearch, or the connection to it, answered. */
    public static ElasticsearchUnavailable because(String what, Exception cause) {
        String why =
                cause instanceof ElasticsearchException e
                        ? e.status() + " " + e.error().type()
                        : cause.getClass().getSimpleName();
        return new ElasticsearchUnavailable("Elasticsearch " + what + ": " + why, cause);
    }
}
