package nl.beleidsradar.search.web;

import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.ReferenceView;
import nl.beleidsradar.service.BadRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What cites a document, also when the archive does not hold that document. */
@RestController
class ReferenceApi {

    private static final int LONGEST = 2_000;

    private final DocumentSearch search;

    ReferenceApi(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/api/references/{*canonical}")
    ReferenceView reference(@PathVariable String canonical) {
        return find(canonical.substring(1));
    }

    /** For any canonical form; a path cannot hold two slashes in a row, or an encoded one. */
    @GetMapping("/api/references")
    ReferenceView byParameter(@RequestParam(defaultValue = "") String canonical) {
        return find(canonical);
    }

    private ReferenceView find(String canonical) {
        if (canonical.isBlank() || canonical.length() > LONGEST) {
            throw new BadRequest("canonical must have 1 to " + LONGEST + " characters");
        }
        return search.reference(canonical.strip());
    }
}
