package nl.beleidsradar.search.web;

import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches the archive. */
@RestController
class SearchApi {

    private final DocumentSearch search;

    SearchApi(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/api/search")
    SearchPage search(@RequestParam MultiValueMap<String, String> parameters) {
        return search.search(SearchQuery.of(parameters));
    }
}
