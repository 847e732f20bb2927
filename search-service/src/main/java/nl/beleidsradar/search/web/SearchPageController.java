package nl.beleidsradar.search.web;

import java.util.LinkedHashMap;
import java.util.List;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page; all of its state is in its address. */
@PageController
final class SearchPageController {

    private final DocumentSearch search;

    SearchPageController(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/")
    String search(
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("say") Wording say,
            Model model) {
        SearchQuery query = SearchQuery.of(parameters);
        SearchQuery asked = ordered(query);
        SearchPage found = search.search(asked);
        var filters = new SearchFilters(query, say);
        model.addAttribute("query", query);
        model.addAttribute("found", found);
        model.addAttribute("hits", found.hits().stream().map(FoundDocument::of).toList());
        model.addAttribute("active", filters.active());
        model.addAttribute("facets", filters.facets(found.facets()));
        model.addAttribute("orders", orders(filters, asked.sort(), say));
        model.addAttribute("keptBySearch", filters.keeping("q"));
        model.addAttribute("keptByPeriod", filters.keeping("from", "to"));
        model.addAttribute("follow", Links.follow(filters.lasting()));
        model.addAttribute("feed", Links.searchFeed(filters.lasting()));
        model.addAttribute("withoutFilters", withoutFilters(query));
        model.addAttribute("suggestion", suggestion(filters, found.suggestion()));
        model.addAttribute("firstPage", filters.with("page", null));
        model.addAttribute(
                "paging",
                Paging.of(found.page(), found.pages(), n -> filters.with("page", "" + n)));
        return "search";
    }

    /** Without words nothing is more relevant than another: then the newest come first. */
    private static SearchQuery ordered(SearchQuery query) {
        return query.q().isEmpty() && query.sort() == SearchQuery.Sort.RELEVANCE
                ? new SearchQuery(
                        query.q(),
                        query.theme(),
                        query.strength(),
                        query.source(),
                        query.type(),
                        query.reference(),
                        query.dossier(),
                        query.from(),
                        query.to(),
                        SearchQuery.Sort.NEWEST,
                        query.page(),
                        query.size())
                : query;
    }

    private static List<SearchFilters.Choice> orders(
            SearchFilters filters, SearchQuery.Sort present, Wording say) {
        boolean words = !filters.query().q().isEmpty();
        return List.of(SearchQuery.Sort.values()).stream()
                .filter(sort -> words || sort != SearchQuery.Sort.RELEVANCE)
                .map(sort ->
                        new SearchFilters.Choice(
                                say.text("sort." + sort),
                                null,
                                filters.with("sort", parameter(sort)),
                                sort == present))
                .toList();
    }

    private static @Nullable String parameter(SearchQuery.Sort sort) {
        return sort == SearchQuery.Sort.RELEVANCE ? null : sort.toString();
    }

    private static String withoutFilters(SearchQuery query) {
        var bare = new LinkedHashMap<>(query.parameters());
        bare.keySet().retainAll(List.of("q", "sort", "size"));
        return Links.search(bare);
    }

    private static SearchFilters.@Nullable Choice suggestion(
            SearchFilters filters, @Nullable String suggestion) {
        return suggestion == null
                ? null
                : new SearchFilters.Choice(suggestion, null, filters.with("q", suggestion), false);
    }
}
