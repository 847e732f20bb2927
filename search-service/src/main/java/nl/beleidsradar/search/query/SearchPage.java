package nl.beleidsradar.search.query;

import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.contract.Strength;
import org.jspecify.annotations.Nullable;

/**
 * One page of search results.
 *
 * @param total documents that match, all pages together; exact
 * @param tookMs milliseconds that Elasticsearch needed
 * @param page the page asked for, from 1
 * @param size documents on a full page
 * @param facets counts over all {@code total} documents
 * @param suggestion another spelling of the query, where nothing or little was found
 */
public record SearchPage(
        long total,
        long tookMs,
        int page,
        int size,
        List<Hit> hits,
        Facets facets,
        @Nullable String suggestion) {

    public SearchPage {
        hits = List.copyOf(hits);
    }

    /** Number of pages; 0 where nothing was found. */
    public long pages() {
        return (total + size - 1) / size;
    }

    /**
     * One document found.
     *
     * @param published day of publication; null where unknown
     * @param url where the source publishes it, if it does
     * @param score relevance; only comparable within one answer
     * @param snippets at most three places that match; empty for a query without words
     */
    public record Hit(
            String id,
            String title,
            String type,
            String source,
            @Nullable LocalDate published,
            @Nullable String url,
            double score,
            List<Theme> themes,
            List<Snippet> snippets) {

        public Hit {
            themes = List.copyOf(themes);
            snippets = List.copyOf(snippets);
        }
    }

    /** A theme of a found document. */
    public record Theme(String id, Strength strength) {}

    /**
     * A place that matches.
     *
     * @param html safe HTML: matches in {@code <mark>}, all else escaped
     * @param page counted from 1; null where the document has no pages
     */
    public record Snippet(String html, @Nullable Integer page) {}

    /** Counts per value, the largest first; years the latest first. */
    public record Facets(
            List<Bucket> theme,
            List<Bucket> source,
            List<Bucket> type,
            List<Bucket> year,
            List<Bucket> dossier) {

        public Facets {
            theme = List.copyOf(theme);
            source = List.copyOf(source);
            type = List.copyOf(type);
            year = List.copyOf(year);
            dossier = List.copyOf(dossier);
        }
    }

    /** How many of the documents found have a value. */
    public record Bucket(String value, long count) {}
}
