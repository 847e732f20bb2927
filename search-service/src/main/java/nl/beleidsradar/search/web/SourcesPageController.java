package nl.beleidsradar.search.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.search.ingest.IngestReports;
import nl.beleidsradar.search.proof.CanaryReport;
import nl.beleidsradar.search.proof.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sources, and whether all that they list is held. */
@PageController
final class SourcesPageController {

    private final IngestReports reports;
    private final Proof proof;

    SourcesPageController(IngestReports reports, Proof proof) {
        this.reports = reports;
        this.proof = proof;
    }

    /**
     * @param latency in seconds, as people of this language write it
     */
    record Probe(
            String state,
            @Nullable Instant told,
            @Nullable String latency,
            @Nullable String message) {

        static Probe of(CanaryReport report, Locale locale) {
            @Nullable Duration took = report.latency();
            return new Probe(
                    report.state().toString(),
                    report.told(),
                    took == null ? null : String.format(locale, "%.1f s", took.toMillis() / 1000.0),
                    report.message());
        }
    }

    @GetMapping("/bronnen")
    String sources(Model model, Locale locale) {
        Optional<IngestReports.Sources> sources = reports.sources();
        model.addAttribute("reachable", sources.isPresent());
        model.addAttribute("sources", sources.map(SourcesPageController::listed).orElse(List.of()));
        model.addAttribute("proof", Probe.of(proof.canary(), locale));
        model.addAttribute("sweep", proof.swept().orElse(null));
        model.addAttribute("links", new PageLinks());
        return "sources";
    }

    /** The probes are no publications; what became of them is said apart. */
    private static List<IngestReports.Source> listed(IngestReports.Sources sources) {
        return sources.items().stream().filter(s -> !s.id().equals(Events.PROBE_SOURCE)).toList();
    }
}
