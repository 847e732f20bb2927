package nl.beleidsradar.search.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import nl.beleidsradar.search.theme.Theme;
import nl.beleidsradar.search.theme.Themes;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be chosen in the form of a subscription: what the archive has, and what was chosen. */
@Component
final class FilterValues {

    private final Themes themes;
    private final DocumentSearch search;

    FilterValues(Themes themes, DocumentSearch search) {
        this.themes = themes;
        this.search = search;
    }

    void addTo(Model model, TypedSubscription typed) {
        Set<String> all = new TreeSet<>(themes.all().stream().map(Theme::id).toList());
        Set<String> sources = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        try {
            SearchPage.Facets facets = search.search(SearchQuery.ALL).facets();
            facets.source().forEach(b -> sources.add(b.value()));
            facets.type().forEach(b -> types.add(b.value()));
        } catch (ElasticsearchUnavailable e) {
            // Following something does not need the archive: what was chosen stays to choose.
        }
        model.addAttribute("themes", with(all, typed.theme()));
        model.addAttribute("sources", with(sources, typed.source()));
        model.addAttribute("types", with(types, typed.type()));
    }

    private static List<String> with(Set<String> values, String chosen) {
        if (!chosen.isBlank()) {
            values.add(chosen);
        }
        return List.copyOf(values);
    }
}
