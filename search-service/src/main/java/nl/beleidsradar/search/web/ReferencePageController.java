package nl.beleidsradar.search.web;

import java.util.Map;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.ReferenceView;
import nl.beleidsradar.service.BadRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a cited document, held or not: what it is and who refers to it. */
@PageController
final class ReferencePageController {

    private static final int LONGEST = 500;

    private final DocumentSearch search;

    ReferencePageController(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/verwijzingen/{*canonical}")
    String byPath(@PathVariable String canonical, Model model) {
        return show(canonical.substring(1), model);
    }

    /** For any canonical form; a path cannot hold two slashes in a row, or an encoded one. */
    @GetMapping("/verwijzingen")
    String byParameter(@RequestParam(defaultValue = "") String canonical, Model model) {
        return show(canonical, model);
    }

    private String show(String canonical, Model model) {
        if (canonical.isBlank() || canonical.length() > LONGEST) {
            throw new BadRequest("canonical must have 1 to " + LONGEST + " characters");
        }
        ReferenceView reference = search.reference(canonical.strip());
        model.addAttribute("reference", reference);
        model.addAttribute("url", Links.external(reference.url()));
        model.addAttribute("links", new PageLinks());
        model.addAttribute(
                "dossier",
                reference.kind() == ReferenceKind.DOSSIER
                        ? Links.dossier(Dossier.normal(reference.canonical()))
                        : null);
        model.addAttribute("follow", Links.follow(Map.of("reference", reference.canonical())));
        return "reference";
    }
}
