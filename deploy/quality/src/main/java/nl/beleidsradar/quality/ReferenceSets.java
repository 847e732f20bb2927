package nl.beleidsradar.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The sets of labelled references; what each labels, and how, stands in the labels' own README. */
final class ReferenceSets {

    private static final Set<String> CITED_IN_MOTIONS =
            Set.of("kamerstuk", "dossier", "aanhangsel", "tk-nummer", "tractatenblad");
    private static final Set<String> EU = Set.of("publicatieblad", "eu-act");
    private static final Set<String> IN_LINK_CASES = Set.of("kamerstuk", "ecli", "ljn");

    private final Places places;
    private final Reading reading;

    ReferenceSets(Places places, Reading reading) {
        this.places = places;
        this.reading = reading;
    }

    List<LabelledSet> all() throws IOException {
        return List.of(samples(), motions(), kamervragen(), titles(), linkCases(), directive());
    }

    /** Every kind, with its place. A treaty is not a formal id, and a vague one may be left out. */
    private LabelledSet samples() throws IOException {
        Map<String, List<Label>> labels = new HashMap<>();
        for (JsonNode row : places.rows("seeds/references.jsonl")) {
            String kind = Kinds.ofSampleLabel(row.path("kind").asString());
            if (kind.equals("foreign-law")) {
                continue;
            }
            for (String canonical : canonicals(row)) {
                add(
                        labels,
                        "seeds/" + row.path("file").asString(),
                        new Label(
                                kind,
                                kind,
                                row.path("role").asString("cited"),
                                canonical.isEmpty() ? null : canonical,
                                row.path("start").asInt(),
                                row.path("end").asInt(),
                                row.path("text").asString(),
                                row.path("weak").asBoolean(false)));
            }
        }
        return new ReferenceSet("seeds", samplesIn("seeds"), labels, f -> true, Find::kind);
    }

    /**
     * All that is cited of the Kamer's papers; what the motion itself is; which one it replaces.
     */
    private LabelledSet motions() throws IOException {
        Map<String, List<Label>> labels = new HashMap<>();
        for (JsonNode row : places.rows("motions/motions-kamerstuk-gold.jsonl")) {
            each(row.path("refs"))
                    .forEach(ref -> {
                        String canonical = ref.path("canonical").asString();
                        add(
                                labels,
                                "motions/" + row.path("file").asString(),
                                Label.unplaced(
                                        Kinds.of(canonical),
                                        "cited",
                                        canonical,
                                        ref.path("surface").asString()));
                    });
        }
        for (JsonNode row : places.rows("motions/previous-version.jsonl")) {
            add(
                    labels,
                    "motions/" + row.path("file").asString(),
                    Label.unplaced(
                            "previous-version",
                            "previous-version",
                            row.path("canonical").asString(),
                            row.path("surface").asString()));
        }
        List<Document> documents = new ArrayList<>();
        Path folder =
                Archives.unpacked(places.gold().resolve("motions/motions.tar.xz"), places.work());
        for (JsonNode row : places.rows("motions/identity.jsonl")) {
            String file = row.path("file").asString();
            documents.add(reading.document("motions/" + file, folder.resolve(file)));
            // The header's spelling is not labelled.
            add(
                    labels,
                    "motions/" + file,
                    Label.unplaced("self", "self", row.path("id").asString(), ""));
        }
        Predicate<Find> judged =
                f -> !f.role().equals("cited") || CITED_IN_MOTIONS.contains(f.kind());
        return new ReferenceSet("motions", documents, labels, judged, ReferenceSets::kindOrRole);
    }

    /** Questions with their answers, read from the PDF. */
    private LabelledSet kamervragen() throws IOException {
        Map<String, List<Label>> labels = new HashMap<>();
        List<Document> documents = new ArrayList<>();
        for (JsonNode row : places.rows("kamervragen/gold.jsonl")) {
            String file = row.path("file").asString();
            String id = "kamervragen/" + file;
            documents.add(reading.document(id, places.gold().resolve("kamervragen").resolve(file)));
            each(row.path("refs"))
                    .forEach(ref -> {
                        String canonical = ref.path("canonical").asString();
                        String role = ref.path("role").asString();
                        add(
                                labels,
                                id,
                                Label.unplaced(
                                        role.equals("self") ? "self" : Kinds.of(canonical),
                                        role,
                                        canonical,
                                        role.equals("self") ? "" : ref.path("surface").asString()));
                    });
        }
        Predicate<Find> judged = f -> f.role().equals("self") || Kinds.PAPERS.contains(f.kind());
        return new ReferenceSet(
                "kamervragen", documents, labels, judged, ReferenceSets::kindOrRole);
    }

    private LabelledSet titles() throws IOException {
        Map<String, List<Label>> labels = new HashMap<>();
        List<Document> documents = new ArrayList<>();
        int number = 0;
        for (JsonNode row : places.rows("titles/title-references.jsonl")) {
            String id = "titles/" + row.path("documentNummer").asString() + "." + number++;
            documents.add(new Document(id, row.path("text").asString(), ""));
            for (JsonNode ref : row.path("refs")) {
                for (JsonNode canonical : ref.path("canonical")) {
                    String kind = Kinds.of(canonical.asString());
                    add(
                            labels,
                            id,
                            new Label(
                                    kind,
                                    kind,
                                    null,
                                    canonical.asString(),
                                    ref.path("start").asInt(),
                                    ref.path("end").asInt(),
                                    ref.path("surface").asString(),
                                    false));
                }
            }
        }
        Predicate<Find> judged = f -> f.inTitle() && Kinds.PAPERS.contains(f.kind());
        return new ReferenceSet("titles", documents, labels, judged, Find::kind);
    }

    /** A dossier that is found but not listed is no error there, so dossiers are not judged. */
    private LabelledSet linkCases() throws IOException {
        Map<String, List<Label>> labels = new HashMap<>();
        List<Document> documents = new ArrayList<>();
        for (JsonNode row : places.rows("linkextractor-cases/cases.jsonl")) {
            if (row.path("fn").asString().equals("caselaw_get_lido_citations")) {
                continue;
            }
            String id =
                    "link-cases/%s.%s.%d"
                            .formatted(
                                    row.path("src").asString().replaceAll(".*/|\\.py", ""),
                                    row.path("test").asString(),
                                    documents.size());
            documents.add(new Document(id, "", row.path("text").asString()));
            each(row.path("expected"))
                    .flatMap(citation -> each(citation.path("canonical")))
                    .map(JsonNode::asString)
                    .forEach(c -> add(labels, id, anyRole(Kinds.of(c), c, "")));
        }
        Predicate<Find> judged = f -> IN_LINK_CASES.contains(f.kind());
        return new ReferenceSet("link-cases", documents, labels, judged, Find::kind);
    }

    /** Labelled are the links to the Publicatieblad and the act beside each; other acts by hand. */
    private LabelledSet directive() throws IOException {
        Map<String, List<Label>> labels = new HashMap<>();
        String id = "nis2/nis2-directive-nl.html";
        for (JsonNode row : places.rows("eurlex/oj-links.jsonl")) {
            String journal = row.path("oj").asString();
            add(labels, id, anyRole("publicatieblad", journal, row.path("pb_surface").asString()));
            if (row.hasNonNull("celex")) {
                String act = row.path("celex").asString();
                add(labels, id, anyRole("eu-act", act, row.path("act_surface").asString()));
            }
        }
        for (HandLabels.Act act : HandLabels.acts()) {
            add(labels, id, anyRole("eu-act", act.celex(), ""));
        }
        Document document =
                reading.document(id, places.gold().resolve("eurlex/nis2-directive-nl.html"));
        Predicate<Find> judged = f -> EU.contains(f.kind());
        return new ReferenceSet("nis2", List.of(document), labels, judged, Find::kind);
    }

    private List<Document> samplesIn(String set) throws IOException {
        return Samples.documents(places, set);
    }

    private static String kindOrRole(Find find) {
        return find.role().equals("cited") ? find.kind() : find.role();
    }

    private static Label anyRole(String line, String canonical, String surface) {
        return new Label(line, Kinds.of(canonical), null, canonical, -1, -1, surface, false);
    }

    /** A list is one row with several targets. */
    private static List<String> canonicals(JsonNode row) {
        List<String> targets = each(row.path("targets")).map(JsonNode::asString).toList();
        return targets.isEmpty() ? List.of(row.path("canonical").asString("")) : targets;
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void add(Map<String, List<Label>> labels, String document, Label label) {
        labels.computeIfAbsent(document, d -> new ArrayList<>()).add(label);
    }
}
