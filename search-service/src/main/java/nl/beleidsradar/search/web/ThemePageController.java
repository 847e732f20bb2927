package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import nl.beleidsradar.search.theme.ArchiveProgress;
import nl.beleidsradar.search.theme.Retagging;
import nl.beleidsradar.search.theme.Theme;
import nl.beleidsradar.search.theme.Themes;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The themes, how much the archive holds on each, and the latest of it. */
@PageController
final class ThemePageController {

    private static final String NO = "nee";
    private static final int REFRESH_SECONDS = 10;

    private final DocumentSearch search;
    private final Themes themes;
    private final ArchiveProgress archive;

    ThemePageController(DocumentSearch search, Themes themes, ArchiveProgress archive) {
        this.search = search;
        this.themes = themes;
        this.archive = archive;
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

    /**
     * @param bewaard version that the reader just saved
     * @param vernieuwen {@code nee}: the page is not to be shown anew by itself
     */
    @GetMapping("/themas/{id}")
    String theme(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String bewaard,
            @RequestParam(required = false) @Nullable String vernieuwen,
            HttpServletResponse response,
            Model model) {
        SearchPage latest =
                search.search(
                        SearchQuery.of(Map.of("theme", List.of(id), "sort", List.of("newest"))));
        Optional<Theme> inForce = themes.theme(id);
        if (latest.total() == 0 && inForce.isEmpty()) {
            throw new PageNotFound(PageNotFound.What.THEME, id);
        }
        Retagging retagging = archive.now();
        boolean refreshing = retagging.underWay() && !NO.equals(vernieuwen);
        if (refreshing) {
            // A header, so that the link beside the progress can leave it out.
            response.setHeader("Refresh", Integer.toString(REFRESH_SECONDS));
        }
        model.addAttribute("theme", id);
        model.addAttribute("inForce", inForce.orElse(null));
        model.addAttribute(
                "justSaved",
                inForce.filter(t -> Integer.toString(t.version()).equals(bewaard)).isPresent());
        model.addAttribute("retagging", retagging);
        model.addAttribute("refreshing", refreshing);
        model.addAttribute("still", Links.theme(id) + "?vernieuwen=" + NO);
        model.addAttribute("edit", Links.editTheme(id));
        model.addAttribute("found", latest);
        model.addAttribute("hits", latest.hits().stream().map(FoundDocument::of).toList());
        model.addAttribute("follow", Links.follow(Map.of("theme", id)));
        model.addAttribute("feed", Links.themeFeed(id));
        model.addAttribute("all", Links.search(Map.of("theme", id)));
        return "theme";
    }
}
