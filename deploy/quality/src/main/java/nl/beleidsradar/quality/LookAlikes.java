package nl.beleidsradar.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What looks like a reference in the sample documents and is none: nothing may be found there, but
 * for a labelled reference that it is a part of.
 */
record LookAlikes(
        List<Document> documents, Map<String, List<Span>> spans, Map<String, List<Span>> references)
        implements LabelledSet {

    static LookAlikes of(Places places) throws IOException {
        return new LookAlikes(
                Samples.documents(places, "look-alikes"),
                spans(places.rows("seeds/negatives.jsonl")),
                spans(places.rows("seeds/references.jsonl")));
    }

    private static Map<String, List<Span>> spans(List<JsonNode> rows) {
        Map<String, List<Span>> spans = new HashMap<>();
        for (JsonNode row : rows) {
            spans.computeIfAbsent(
                            "look-alikes/" + row.path("file").asString(), f -> new ArrayList<>())
                    .add(
                            new Span(
                                    row.path("start").asInt(),
                                    row.path("end").asInt(),
                                    row.path("text").asString()));
        }
        return spans;
    }

    @Override
    public String name() {
        return "look-alikes";
    }

    @Override
    public List<Verdict> judge(Map<String, Analysis> analyses) {
        List<Verdict> verdicts = new ArrayList<>();
        spans.forEach((document, negatives) -> {
            List<Find> finds =
                    analyses.getOrDefault(document, Analysis.NOTHING).references().stream()
                            .filter(f -> !isLabelled(document, f))
                            .toList();
            for (Span negative : negatives) {
                finds.stream()
                        .filter(f -> f.touches(negative.start(), negative.end()))
                        .forEach(f ->
                                verdicts.add(
                                        new Verdict(
                                                name(),
                                                f.kind(),
                                                document.substring(name().length() + 1),
                                                "%s in '%s' @%d"
                                                        .formatted(
                                                                f.canonical(),
                                                                negative.text(),
                                                                negative.start()),
                                                Verdict.Outcome.INVENTED)));
            }
        });
        return verdicts;
    }

    private boolean isLabelled(String document, Find find) {
        return references.getOrDefault(document, List.of()).stream()
                .anyMatch(r -> r.start() <= find.start() && find.end() <= r.end());
    }

    int count() {
        return spans.values().stream().mapToInt(List::size).sum();
    }

    /** A place in a text. */
    record Span(int start, int end, String text) {}
}
