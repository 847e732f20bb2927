package nl.beleidsradar.search.web;

import java.util.List;
import java.util.regex.Pattern;
import nl.beleidsradar.search.query.SearchPage;
import org.jspecify.annotations.Nullable;

/** A search result with its addresses. */
record FoundDocument(SearchPage.Hit hit, String href, List<Place> places) {

    private static final int MOST_PLACES = 3;
    private static final Pattern OTHER_TAG = Pattern.compile("<(?!/?mark>)");

    /**
     * A place that matches.
     *
     * @param html matches in {@code <mark>}, all else escaped
     */
    record Place(String html, @Nullable Integer page, String href) {}

    static FoundDocument of(SearchPage.Hit hit) {
        List<Place> places =
                hit.snippets().stream().limit(MOST_PLACES).map(s -> place(hit.id(), s)).toList();
        return new FoundDocument(hit, Links.document(hit.id()), places);
    }

    /** A snippet is escaped where it is made; this holds even if that were ever broken. */
    static String onlyMarks(String html) {
        return OTHER_TAG.matcher(html).replaceAll("&lt;");
    }

    private static Place place(String id, SearchPage.Snippet snippet) {
        return new Place(
                onlyMarks(snippet.html()), snippet.page(), Links.document(id, snippet.page()));
    }
}
