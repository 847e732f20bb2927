package nl.beleidsradar.search.web;

import java.util.List;
import java.util.Optional;
import nl.beleidsradar.search.ingest.IngestReports;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sources, and whether all that they list is held. */
@PageController
final class SourcesPageController {

    private final IngestReports reports;

    SourcesPageController(IngestReports reports) {
        this.reports = reports;
    }

    @GetMapping("/bronnen")
    String sources(Model model) {
        Optional<IngestReports.Sources> sources = reports.sources();
        model.addAttribute("reachable", sources.isPresent());
        model.addAttribute("sources", sources.map(IngestReports.Sources::items).orElse(List.of()));
        return "sources";
    }
}
