package nl.beleidsradar.search.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.ReferenceView;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a dossier, held or not: its documents, the newest first, and who refers to it. */
@PageController
final class DossierPageController {

    /** What dossiers are numbered like, once {@link Dossier} has made the spelling one. */
    private static final Pattern NUMBER = Pattern.compile("\\d{4,6}(-[A-Z0-9()-]{1,24})?");

    private static final Pattern WORD = Pattern.compile("(?i)^(kamer)?(stuk|dossier)\\s*:?\\s*");
    private static final int LONGEST = 100;

    private final DocumentSearch search;

    DossierPageController(DocumentSearch search) {
        this.search = search;
    }

    /**
     * @param nr the number in any spelling; another than the normal one leads to that
     */
    @GetMapping("/dossiers/{nr}")
    String dossier(
            @PathVariable String nr,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        String number = normal(nr);
        if (!number.equals(nr)) {
            return "redirect:" + Links.dossier(number);
        }
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.put("page", parameters.getOrDefault("page", List.of()));
        asked.add("dossier", number);
        asked.add("sort", SearchQuery.Sort.NEWEST.toString());
        SearchPage found = search.search(SearchQuery.of(asked));
        ReferenceView cited = search.reference("dossier:" + number);
        model.addAttribute("number", number);
        model.addAttribute("found", found);
        model.addAttribute("hits", found.hits().stream().map(FoundDocument::of).toList());
        model.addAttribute("cited", cited);
        model.addAttribute("official", Links.external(cited.url()));
        model.addAttribute("all", Links.search(Map.of("dossier", number)));
        model.addAttribute("citing", Links.search(Map.of("reference", "dossier:" + number)));
        model.addAttribute("follow", Links.follow(Map.of("dossier", number)));
        model.addAttribute("firstPage", Links.dossier(number));
        model.addAttribute(
                "paging",
                Paging.of(
                        found.page(),
                        found.pages(),
                        n -> Links.with(Links.dossier(number), Map.of("page", "" + n))));
        return "dossier";
    }

    private static String normal(String written) {
        if (written.length() <= LONGEST) {
            String number = Dossier.normal(WORD.matcher(written.strip()).replaceFirst(""));
            if (NUMBER.matcher(number).matches()) {
                return number;
            }
        }
        throw new PageNotFound(PageNotFound.What.DOSSIER, "of that number");
    }
}
