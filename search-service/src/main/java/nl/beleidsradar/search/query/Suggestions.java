package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import co.elastic.clients.elasticsearch.core.search.TermSuggest;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.search.index.IndexedDocument;

/**
 * Did you mean: the same query with each word that no document has replaced by one that some do.
 */
final class Suggestions {

    private static final String NAME = "spelling";

    private Suggestions() {}

    static Optional<String> of(String q, Archive archive) {
        List<Suggestion<IndexedDocument>> words =
                archive.search(s ->
                                s.size(0)
                                        .suggest(u ->
                                                u.suggesters(
                                                        NAME,
                                                        f ->
                                                                f.text(q)
                                                                        .term(t ->
                                                                                t.field(
                                                                                                "text.exact")
                                                                                        .suggestMode(
                                                                                                SuggestMode
                                                                                                        .Missing)
                                                                                        .size(1)))))
                        .suggest()
                        .getOrDefault(NAME, List.of());
        var better = new StringBuilder(q);
        // From the end, so that the offsets of what precedes stay right.
        for (Suggestion<IndexedDocument> word : words.reversed()) {
            TermSuggest term = word.term();
            for (TermSuggestOption option : term.options()) {
                better.replace(term.offset(), term.offset() + term.length(), option.text());
                break;
            }
        }
        return better.toString().equals(q) ? Optional.empty() : Optional.of(better.toString());
    }
}
