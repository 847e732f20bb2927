package nl.beleidsradar.search.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.search.ingest.IngestReports;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents that did not get through, each with its reason, and trying them again. */
@PageController
final class FailuresPageController {

    static final List<String> STAGES =
            List.of("fetch", "extract", "enrich", "index", "match", "deliver");

    static final List<String> REASONS =
            List.of(
                    "encrypted",
                    "unsupported-type",
                    "corrupt",
                    "too-large",
                    "timed-out",
                    "out-of-memory",
                    "empty",
                    "embedded-limit",
                    "fetch-failed",
                    "taken-down",
                    "unreadable",
                    "unreadable-event",
                    "text-missing",
                    "text-not-in-store",
                    "text-too-large",
                    "refused",
                    "not-delivered",
                    "error");

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,32}");

    private static final String PAGE = "/mislukt";
    private static final int LONGEST = 500;

    /** A blank one is not all of them. */
    private static final Predicate<String> DOCUMENT = id -> !id.isBlank() && id.length() <= LONGEST;

    /** Says on the list how many are tried again, or one of the two words after it. */
    private static final String RETRIED = "opnieuw";

    private static final String REFUSED = "niet";
    private static final String UNANSWERED = "onbekend";
    private static final Predicate<String> COUNT = Pattern.compile("[0-9]{1,9}").asMatchPredicate();

    private final IngestReports reports;

    FailuresPageController(IngestReports reports) {
        this.reports = reports;
    }

    @GetMapping(PAGE)
    String failures(@RequestParam Map<String, String> given, Model model) {
        Map<String, String> asked = filters(given);
        put(asked, "after", given.get("after"));
        String retried = given.getOrDefault(RETRIED, "");
        model.addAttribute("retried", COUNT.test(retried) ? Long.valueOf(retried) : null);
        model.addAttribute("notRetried", retried.equals(REFUSED));
        model.addAttribute("unanswered", retried.equals(UNANSWERED));
        return page(asked, model);
    }

    /**
     * Answers with the address of the list, so that loading it anew tries nothing again.
     *
     * @param given {@code document} for one, else all that the filters leave
     */
    @PostMapping(PAGE)
    String retry(@RequestParam Map<String, String> given) {
        Map<String, String> asked = filters(given);
        String document = given.get("document");
        IngestReports.Retry retry;
        if (document == null) {
            retry = reports.retryAll(query(asked));
        } else {
            require(document, DOCUMENT, "document must be the id of a document");
            retry = reports.retry(document);
        }
        asked.put(
                RETRIED,
                switch (retry) {
                    case IngestReports.Retry.Begun(long count) -> Long.toString(count);
                    case IngestReports.Retry.Refused _ -> REFUSED;
                    case IngestReports.Retry.Unanswered _ -> UNANSWERED;
                });
        return "redirect:" + Links.with(PAGE, asked);
    }

    private String page(Map<String, String> asked, Model model) {
        Optional<IngestReports.Failures> failures = reports.failures(query(asked));
        model.addAttribute("reachable", failures.isPresent());
        model.addAttribute(
                "failures", failures.map(IngestReports.Failures::items).orElse(List.of()));
        Map<String, String> filters = filters(asked);
        model.addAttribute("asked", filters);
        model.addAttribute("filtered", !asked.isEmpty());
        model.addAttribute("stages", STAGES);
        model.addAttribute("reasons", REASONS);
        model.addAttribute("sources", sources(filters.get("source")));
        model.addAttribute(
                "next", failures.map(f -> f.next()).map(n -> next(filters, n)).orElse(null));
        model.addAttribute("links", new PageLinks());
        return "failures";
    }

    /** Those that ingest-service knows, without the probes, and the one that was asked for. */
    private List<String> sources(@Nullable String asked) {
        return Stream.concat(
                        reports.sources().stream()
                                .flatMap(s -> s.items().stream())
                                .map(IngestReports.Source::origin)
                                .filter(source -> !source.equals(Events.PROBE_SOURCE)),
                        Stream.ofNullable(asked))
                .distinct()
                .sorted()
                .toList();
    }

    /** A filter that does not exist is refused: without it, far more would be tried again. */
    private static Map<String, String> filters(Map<String, String> given) {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "reason", given.get("reason"));
        put(asked, "source", given.get("source"));
        put(asked, "stage", given.get("stage"));
        require(asked.get("reason"), REASONS::contains, "reason must be one of " + REASONS);
        require(asked.get("source"), SOURCE.asMatchPredicate(), "source must be a source's name");
        require(asked.get("stage"), STAGES::contains, "stage must be one of " + STAGES);
        return asked;
    }

    private static void require(
            @Nullable String value, Predicate<String> allowed, String otherwise) {
        if (value != null && !allowed.test(value)) {
            throw new BadRequest(otherwise);
        }
    }

    private static String next(Map<String, String> asked, String after) {
        Map<String, String> changed = new LinkedHashMap<>(asked);
        changed.put("after", after);
        return Links.with(PAGE, changed);
    }

    private static String query(Map<String, String> asked) {
        return Links.with("", asked);
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null && !value.isBlank() && value.length() <= LONGEST) {
            asked.put(name, value);
        }
    }
}
