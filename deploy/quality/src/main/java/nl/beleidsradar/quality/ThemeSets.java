package nl.beleidsradar.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.quality.Analysis.Passage;
import nl.beleidsradar.quality.Analysis.ThemeFind;
import nl.beleidsradar.quality.Verdict.Outcome;
import tools.jackson.databind.JsonNode;

/** The sets of labelled themes. Only the three themes the labels know are judged. */
final class ThemeSets {

    private static final List<String> THEMES = List.of("cyber", "klimaat", "militaire-mobiliteit");

    private final Places places;

    ThemeSets(Places places) {
        this.places = places;
    }

    List<LabelledSet> all() throws IOException {
        return List.of(samples(), paragraphs(), titles());
    }

    /** Which themes a whole document has, and how strongly. */
    private LabelledSet samples() throws IOException {
        List<JsonNode> rows = places.rows("seeds/themes-documents.jsonl");
        String set = "theme-documents";
        return new ThemeSet(
                set,
                Samples.documents(places, set),
                analyses -> {
                    List<Verdict> verdicts = new ArrayList<>();
                    for (JsonNode row : rows) {
                        String file = row.path("file").asString();
                        Analysis analysis = analysis(analyses, set + "/" + file);
                        for (String theme : THEMES) {
                            // The label says "main (and where)".
                            String wanted =
                                    row.path("themes").path(old(theme)).asString("").split(" ")[0];
                            String found =
                                    analysis.theme(theme).map(ThemeFind::strength).orElse("");
                            judge(verdicts, set, theme, file, wanted, found);
                        }
                    }
                    return verdicts;
                });
    }

    private LabelledSet paragraphs() throws IOException {
        List<JsonNode> rows = places.rows("seeds/themes-paragraphs.jsonl");
        String set = "theme-paragraphs";
        return new ThemeSet(
                set,
                Samples.documents(places, set),
                analyses -> {
                    List<Verdict> verdicts = new ArrayList<>();
                    for (JsonNode row : rows) {
                        Analysis analysis =
                                analysis(analyses, set + "/" + row.path("file").asString());
                        int start = row.path("paragraph_start_offset").asInt();
                        int end = row.path("paragraph_end_offset").asInt();
                        String paragraph = row.path("paragraph").asString() + " @" + start;
                        for (String theme : THEMES) {
                            List<Passage> found = within(analysis, theme, start, end);
                            String label = row.path("strength").path(old(theme)).asString("");
                            judge(
                                    verdicts,
                                    set,
                                    theme + " mention",
                                    paragraph,
                                    label.isEmpty() ? "" : "mention",
                                    found.isEmpty() ? "" : "mention");
                            judge(
                                    verdicts,
                                    set,
                                    theme + " about",
                                    paragraph,
                                    label.equals("about") ? "about" : "",
                                    found.stream().anyMatch(Passage::about) ? "about" : "");
                        }
                    }
                    return verdicts;
                });
    }

    private LabelledSet titles() throws IOException {
        List<JsonNode> rows = places.rows("titles/title-themes.jsonl");
        String set = "theme-titles";
        List<Document> documents = new ArrayList<>();
        for (JsonNode row : rows) {
            documents.add(
                    new Document(
                            titleId(set, documents.size(), row), row.path("text").asString(), ""));
        }
        return new ThemeSet(
                set,
                documents,
                analyses -> {
                    List<Verdict> verdicts = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        JsonNode row = rows.get(i);
                        Analysis analysis = analysis(analyses, titleId(set, i, row));
                        for (String theme : THEMES) {
                            judge(
                                    verdicts,
                                    set,
                                    theme,
                                    row.path("documentNummer").asString() + "." + i,
                                    row.path("strength").has(old(theme)) ? "theme" : "",
                                    analysis.theme(theme).isPresent() ? "theme" : "");
                        }
                    }
                    return verdicts;
                });
    }

    private static String titleId(String set, int number, JsonNode row) {
        return set + "/" + row.path("documentNummer").asString() + "." + number;
    }

    /** A passage may begin with the white space or mark that a label leaves out. */
    private static List<Passage> within(Analysis analysis, String theme, int start, int end) {
        int enough = Math.min(15, end - start - 1);
        return analysis.theme(theme).map(ThemeFind::passages).orElse(List.of()).stream()
                .filter(p -> Math.min(end, p.end()) - Math.max(start, p.start()) > enough)
                .toList();
    }

    private static void judge(
            List<Verdict> verdicts,
            String set,
            String line,
            String document,
            String wanted,
            String found) {
        if (wanted.equals(found)) {
            if (!wanted.isEmpty()) {
                verdicts.add(new Verdict(set, line, document, wanted, Outcome.RIGHT));
            }
            return;
        }
        if (!wanted.isEmpty()) {
            verdicts.add(new Verdict(set, line, document, wanted, Outcome.MISSED));
        }
        if (!found.isEmpty()) {
            verdicts.add(new Verdict(set, line, document, found, Outcome.INVENTED));
        }
    }

    private static String old(String theme) {
        return theme.replace('-', '_');
    }

    private static Analysis analysis(Map<String, Analysis> analyses, String id) {
        return analyses.getOrDefault(id, Analysis.NOTHING);
    }

    /** Documents with labelled themes. */
    private record ThemeSet(String name, List<Document> documents, Judging judging)
            implements LabelledSet {

        @Override
        public List<Verdict> judge(Map<String, Analysis> analyses) {
            return judging.judge(analyses);
        }
    }

    /** How the labels of a set are compared. */
    private interface Judging {
        List<Verdict> judge(Map<String, Analysis> analyses);
    }
}
