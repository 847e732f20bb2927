package nl.beleidsradar.search.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.search.ingest.IngestReports;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents that did not get through, each with its reason. */
@PageController
final class FailuresPageController {

    private final IngestReports reports;

    FailuresPageController(IngestReports reports) {
        this.reports = reports;
    }

    @GetMapping("/mislukt")
    String failures(
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "reason", reason);
        put(asked, "source", source);
        put(asked, "after", after);
        Optional<IngestReports.Failures> failures =
                reports.failures(Links.search(asked).substring(1));
        model.addAttribute("reachable", failures.isPresent());
        model.addAttribute(
                "failures", failures.map(IngestReports.Failures::items).orElse(List.of()));
        model.addAttribute("filtered", !asked.isEmpty());
        model.addAttribute(
                "next", failures.map(f -> f.next()).map(n -> next(asked, n)).orElse(null));
        return "failures";
    }

    private static String next(Map<String, String> asked, String after) {
        Map<String, String> changed = new LinkedHashMap<>(asked);
        changed.put("after", after);
        return "/mislukt" + Links.search(changed).substring(1);
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank() && value.length() <= 500) {
            asked.put(name, value);
        }
    }
}
