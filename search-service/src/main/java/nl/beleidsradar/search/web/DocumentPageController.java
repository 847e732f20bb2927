package nl.beleidsradar.search.web;

import java.util.List;
import java.util.Optional;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.DocumentView;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one document: what is known of it, and its text, one part at a time. */
@PageController
final class DocumentPageController {

    private final DocumentSearch search;

    DocumentPageController(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/documenten/{id}")
    String document(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String deel,
            @RequestParam(required = false) @Nullable String pagina,
            @ModelAttribute("say") Wording say,
            Model model) {
        DocumentView document =
                held(id).orElseThrow(() -> new PageNotFound(PageNotFound.What.DOCUMENT, id));
        Optional<String> stored = search.text(id);
        String text = stored.orElse("");
        List<TextPart> parts = TextPart.of(text, document.pages());
        TextPart part =
                part(parts, document.pages(), number("deel", deel), number("pagina", pagina));
        var outline = new DocumentOutline(document, parts, part, say);
        model.addAttribute("document", document);
        model.addAttribute("hasText", stored.isPresent());
        model.addAttribute("part", part);
        model.addAttribute("parts", parts);
        model.addAttribute("paging", Paging.of(part.number(), parts.size(), outline::partHref));
        model.addAttribute("themes", outline.themes());
        model.addAttribute("references", outline.references());
        model.addAttribute("self", outline.self());
        model.addAttribute(
                "marked",
                MarkedText.of(
                        ReadableText.of(text, part.start(), part.end()),
                        part,
                        document.pages(),
                        outline.marks(),
                        outline.textReferences()));
        model.addAttribute("sourceUrl", Links.external(document.sourceUrl()));
        model.addAttribute("api", "/api" + Links.document(id).replace("documenten", "documents"));
        model.addAttribute("links", new PageLinks());
        model.addAttribute("follows", FollowChoice.of(document, say));
        return "document";
    }

    private Optional<DocumentView> held(String id) {
        try {
            return search.document(DocumentId.parse(id).toString());
        } catch (IllegalArgumentException e) {
            // Outside the alphabet of ids: no document has it.
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new BadRequest(name + " must be a whole number");
        }
    }

    private static TextPart part(
            List<TextPart> parts,
            List<Integer> pages,
            @Nullable Integer part,
            @Nullable Integer page) {
        if (part != null) {
            if (part < 1 || part > parts.size()) {
                throw new BadRequest("deel must be from 1 to " + parts.size());
            }
            return parts.get(part - 1);
        }
        // A page that a newer version no longer has opens the document at its start.
        boolean known = page != null && page >= 1 && page <= pages.size();
        return page != null && known ? TextPart.at(parts, pages.get(page - 1)) : parts.getFirst();
    }
}
