package nl.beleidsradar.search.query;

/** Elasticsearch cannot be reached, is not ready or did not answer in time; asking again may do. */
public final class ElasticsearchUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ElasticsearchUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
