package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Reference.Role;
import nl.beleidsradar.contract.ReferenceKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures precision and recall on labelled documents beside the repository. Where they are absent
 * it says so, and the sample documents ({@link SeedReferencesTest}) are the check that remains.
 */
class ReferenceGoldTest {

    private static final Path GOLD =
            Path.of(System.getProperty("beleidsradar.repository", "..")).resolve("../shared/gold");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<ReferenceKind> PAPERS =
            Set.of(ReferenceKind.KAMERSTUK, ReferenceKind.DOSSIER, ReferenceKind.TK_NUMMER);

    @BeforeAll
    static void sayWhetherThereAreLabels() {
        System.out.println(
                Files.isDirectory(GOLD)
                        ? "references: measured on labelled documents"
                        : "references: no labelled documents here, sample documents only");
    }

    @Test
    void findsWhatIsLabelledInTheSampleDocuments() throws IOException {
        Map<String, Map<String, Set<String>>> spans = new TreeMap<>();
        for (JsonNode label : lines("seeds/references.jsonl")) {
            String kind = label.path("kind").asString();
            if (kind.equals("foreign-law")) {
                continue;
            }
            List<String> targets = new ArrayList<>();
            label.path("targets").forEach(target -> targets.add(target.asString()));
            if (targets.isEmpty()) {
                targets.add(label.path("canonical").asString());
            }
            for (String target : targets) {
                wanted(spans, label.path("file").asString(), kindOf(kind))
                        .add(span(label.path("start").asInt(), label.path("end").asInt(), target));
            }
        }
        Score spanScore = new Score();
        Score canonicalScore = new Score();
        for (String file : spans.keySet()) {
            List<Reference> found =
                    Finder.in(Files.readString(SeedReferencesTest.DOCUMENTS.resolve(file)));
            Map<String, Set<String>> foundSpans = new HashMap<>();
            found.forEach(r ->
                    foundSpans
                            .computeIfAbsent(r.kind().toString(), k -> new HashSet<>())
                            .add(span(r.start(), r.end(), r.canonical())));
            Set<String> kinds = new TreeSet<>(spans.get(file).keySet());
            kinds.addAll(foundSpans.keySet());
            for (String kind : kinds) {
                Set<String> want = spans.get(file).getOrDefault(kind, Set.of());
                Set<String> have = foundSpans.getOrDefault(kind, Set.of());
                spanScore.add(file, kind, want, have);
                canonicalScore.add(file, kind, withoutSpan(want), withoutSpan(have));
            }
        }
        report("samples, span", spanScore, 0.98, 0.98);
        report("samples, canonical", canonicalScore, 0.98, 0.97);
    }

    @Test
    void findsWhatIsLabelledInTitles() throws IOException {
        Score spanScore = new Score();
        Score canonicalScore = new Score();
        for (JsonNode line : lines("titles/title-references.jsonl")) {
            Set<String> wanted = new TreeSet<>();
            for (JsonNode label : line.path("refs")) {
                for (JsonNode canonical : label.path("canonical")) {
                    wanted.add(
                            span(
                                    label.path("start").asInt(),
                                    label.path("end").asInt(),
                                    canonical.asString()));
                }
            }
            Set<String> found = new TreeSet<>();
            for (Reference reference : Finder.inTitle(line.path("text").asString())) {
                if (PAPERS.contains(reference.kind())) {
                    found.add(span(reference.start(), reference.end(), reference.canonical()));
                }
            }
            String number = line.path("documentNummer").asString();
            spanScore.add(number, "papers", wanted, found);
            canonicalScore.add(number, "papers", withoutSpan(wanted), withoutSpan(found));
        }
        report("titles, span", spanScore, 0.99, 0.99);
        report("titles, canonical", canonicalScore, 0.99, 0.99);
    }

    @Test
    void findsTheCitationsOfTheLinkCases() throws IOException {
        Score score = new Score();
        int number = 0;
        for (JsonNode line : lines("linkextractor-cases/cases.jsonl")) {
            if (line.path("fn").asString().equals("caselaw_get_lido_citations")) {
                continue;
            }
            Set<String> wanted = new TreeSet<>();
            for (JsonNode citation : line.path("expected")) {
                citation.path("canonical")
                        .forEach(c -> wanted.add(c.asString().toLowerCase(Locale.ROOT)));
            }
            Set<ReferenceKind> kinds =
                    Set.of(ReferenceKind.KAMERSTUK, ReferenceKind.ECLI, ReferenceKind.LJN);
            Set<String> found =
                    Finder.in(line.path("text").asString()).stream()
                            .filter(reference -> kinds.contains(reference.kind()))
                            .map(reference -> reference.canonical().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toCollection(TreeSet::new));
            score.add("case " + number++, "citations", wanted, found);
        }
        report("link cases, canonical", score, 0.98, 0.98);
    }

    @Test
    void findsWhatMotionsCiteReplaceAndAre() throws Exception {
        Path archive = GOLD.resolve("motions/motions.tar.xz");
        if (!Files.exists(archive)) {
            return;
        }
        Path folder = unpacked(archive);
        Map<String, Set<String>> cited = new HashMap<>();
        for (JsonNode line : lines("motions/motions-kamerstuk-gold.jsonl")) {
            line.path("refs")
                    .forEach(label ->
                            cited.computeIfAbsent(
                                            line.path("file").asString(), f -> new TreeSet<>())
                                    .add(label.path("canonical").asString()));
        }
        Map<String, Set<String>> replaced = new HashMap<>();
        for (JsonNode line : lines("motions/previous-version.jsonl")) {
            replaced.put(line.path("file").asString(), Set.of(line.path("canonical").asString()));
        }
        Set<ReferenceKind> labelled =
                Set.of(ReferenceKind.KAMERSTUK, ReferenceKind.DOSSIER, ReferenceKind.TRACTATENBLAD);
        Score score = new Score();
        for (JsonNode line : lines("motions/identity.jsonl")) {
            String file = line.path("file").asString();
            List<Reference> found = Finder.in(MotionText.of(folder.resolve(file)));
            score.add(
                    file,
                    "self",
                    Set.of(line.path("id").asString()),
                    with(found, Role.SELF, r -> true));
            score.add(
                    file,
                    "previous-version",
                    replaced.getOrDefault(file, Set.of()),
                    with(found, Role.PREVIOUS_VERSION, r -> true));
            score.add(
                    file,
                    "cited",
                    cited.getOrDefault(file, Set.of()),
                    with(found, Role.CITED, r -> labelled.contains(r.kind())));
        }
        report("motions, canonical", score, 0.99, 0.99);
    }

    private static Set<String> with(
            List<Reference> found, Role role, Predicate<Reference> condition) {
        return found.stream()
                .filter(reference -> reference.role() == role)
                .filter(condition)
                .map(Reference::canonical)
                .collect(Collectors.toSet());
    }

    private static void report(String name, Score score, double precision, double recall) {
        System.out.println("references, " + name + ": " + score);
        assertThat(score.precision())
                .as("%s %s", name, score.mistakes())
                .isGreaterThanOrEqualTo(precision);
        assertThat(score.recall())
                .as("%s %s", name, score.mistakes())
                .isGreaterThanOrEqualTo(recall);
    }

    private static List<JsonNode> lines(String file) throws IOException {
        Path path = GOLD.resolve(file);
        return Files.exists(path)
                ? Files.readAllLines(path).stream()
                        .filter(line -> !line.isBlank())
                        .map(JSON::readTree)
                        .toList()
                : List.of();
    }

    private static Path unpacked(Path archive) throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target", "gold-motions"));
        Path folder = target.resolve("motions");
        if (!Files.isDirectory(folder)) {
            Process tar =
                    new ProcessBuilder("tar", "-xJf", archive.toRealPath().toString())
                            .directory(target.toFile())
                            .inheritIO()
                            .start();
            assertThat(tar.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(tar.exitValue()).isZero();
        }
        return folder;
    }

    private static Set<String> wanted(
            Map<String, Map<String, Set<String>>> all, String file, String kind) {
        return all.computeIfAbsent(file, f -> new TreeMap<>())
                .computeIfAbsent(kind, k -> new TreeSet<>());
    }

    /** Label kinds are older than the contract's. */
    private static String kindOf(String label) {
        return switch (label) {
            case "tk-zaak" -> "tk-nummer";
            case "ministry-ref" -> "ministerie-kenmerk";
            case "kamerstuk-header" -> "kamerstuk";
            case "aanhangsel-header" -> "aanhangsel";
            case "treaty-article" -> "verdragsartikel";
            case "treaty" -> "verdrag";
            default -> label;
        };
    }

    private static String span(int start, int end, String canonical) {
        return start + "-" + end + " " + canonical;
    }

    private static Set<String> withoutSpan(Set<String> labels) {
        return labels.stream()
                .map(label -> label.substring(label.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
