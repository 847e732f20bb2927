package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import nl.beleidsradar.search.query.ThemeLabels;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The themes, how much the archive holds on each, and the latest of it. */
@PageController
final class ThemePageController {

    private final DocumentSearch search;
    private final ThemeLabels themes;

    ThemePageController(DocumentSearch search, ThemeLabels themes) {
        this.search = search;
        this.themes = themes;
    }

    /** A theme with the number of documents that carry it. */
    record ThemeCount(String id, String label, long count, String href) {}

    @GetMapping("/themas")
    String themes(@ModelAttribute("say") Wording say, Model model) {
        Map<String, Long> counts = new LinkedHashMap<>();
        themes.all().forEach(t -> counts.put(t.id(), 0L));
        SearchPage all = search.search(SearchQuery.of(Map.of("size", List.of("1"))));
        all.facets().theme().forEach(b -> counts.put(b.value(), b.count()));
        List<ThemeCount> listed = new ArrayList<>();
        counts.forEach(
                (id, n) -> listed.add(new ThemeCount(id, say.theme(id), n, Links.theme(id))));
        model.addAttribute("themes", listed);
        return "themes";
    }

    @GetMapping("/themas/{id}")
    String theme(@PathVariable String id, Model model) {
        SearchPage latest =
                search.search(
                        SearchQuery.of(Map.of("theme", List.of(id), "sort", List.of("newest"))));
        if (latest.total() == 0 && themes.theme(id).isEmpty()) {
            throw new PageNotFound(PageNotFound.What.THEME, id);
        }
        model.addAttribute("theme", id);
        model.addAttribute("found", latest);
        model.addAttribute("hits", latest.hits().stream().map(FoundDocument::of).toList());
        model.addAttribute("all", Links.search(Map.of("theme", id)));
        return "theme";
    }
}
