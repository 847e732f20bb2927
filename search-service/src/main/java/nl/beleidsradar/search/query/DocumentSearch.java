package nl.beleidsradar.search.query;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The only reader of the index.
 *
 * <p>Every method throws {@link ElasticsearchUnavailable} where Elasticsearch does not answer in
 * time.
 */
@Component
public class DocumentSearch {

    /** Most citing documents that one answer lists. */
    public static final int MAX_CITED_BY = 500;

    public SearchPage search(SearchQuery query) {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<DocumentView> document(String id) {
        throw new UnsupportedOperationException("being written");
    }

    /** The text of a document exactly as it was extracted. */
    public Optional<String> text(String id) {
        throw new UnsupportedOperationException("being written");
    }

    /** The original bytes; empty also where the document store lost them. */
    public Optional<Original> original(String id) {
        throw new UnsupportedOperationException("being written");
    }

    /** What cites a document, by its canonical reference; the document need not be held. */
    public ReferenceView reference(String canonical) {
        throw new UnsupportedOperationException("being written");
    }
}
