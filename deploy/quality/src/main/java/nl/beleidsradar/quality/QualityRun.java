package nl.beleidsradar.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures once, prints, and tells what was lost against the baseline. */
final class QualityRun {

    private final Places places;
    private final PrintStream out;

    QualityRun(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /**
     * Everything, or one line where there are no labelled documents.
     *
     * @param accept whether the mistakes of this run become the baseline
     * @return mistakes that the baseline does not have
     */
    Set<String> measure(boolean accept) throws IOException {
        if (!Files.isDirectory(places.gold())) {
            out.println("quality: no labelled documents beside the repository, nothing measured");
            return Set.of();
        }
        try (Reading reading = new Reading(places.gold(), places.work())) {
            List<LabelledSet> sets = new ArrayList<>(new ReferenceSets(places, reading).all());
            LookAlikes lookAlikes = LookAlikes.of(places);
            sets.add(lookAlikes);
            sets.addAll(new ThemeSets(places).all());
            List<Document> documents =
                    sets.stream().flatMap(set -> set.documents().stream()).toList();
            Map<String, Analysis> analyses = new Analyzer(places.service()).analyze(documents);
            List<Verdict> verdicts = figures(sets, analyses, lookAlikes);
            sets.forEach(set -> {
                if (set instanceof ReferenceSet motions && set.name().equals("motions")) {
                    out.println(TwoPatterns.line(motions));
                }
            });
            againstKeyList(sets, analyses);
            return againstBaseline(verdicts, accept);
        }
    }

    private List<Verdict> figures(
            List<LabelledSet> sets, Map<String, Analysis> analyses, LookAlikes lookAlikes)
            throws IOException {
        Report report = new Report(Target.all());
        List<Verdict> all = new ArrayList<>();
        out.println();
        out.println(Report.heading());
        for (LabelledSet set : sets) {
            List<Verdict> verdicts = set.judge(analyses);
            report.lines(set.name(), verdicts).forEach(out::println);
            all.addAll(verdicts);
            if (set.equals(lookAlikes)) {
                out.printf(
                        "%-17s %d of %d taken for a reference; target 0  %s%n",
                        set.name(),
                        verdicts.size(),
                        lookAlikes.count(),
                        verdicts.isEmpty() ? "met" : "NOT MET");
            }
        }
        out.println();
        return all;
    }

    /** A list to look at, not a judgement: authors make typing errors too. */
    private void againstKeyList(List<LabelledSet> sets, Map<String, Analysis> analyses)
            throws IOException {
        KeyList keys = KeyList.read(places.gold().resolve("keylist/op_keylist.xz"));
        Set<String> covered = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (LabelledSet set : sets) {
            for (Document document : set.documents()) {
                for (Find find :
                        analyses.getOrDefault(document.id(), Analysis.NOTHING).references()) {
                    // A document is what its own header says it is.
                    if (!find.role().equals("self") && keys.covers(find.canonical())) {
                        covered.add(document.id() + " " + find.canonical());
                        if (!keys.holds(find.canonical())) {
                            unknown.add(
                                    "  %s: %s as '%s'"
                                            .formatted(
                                                    document.id(),
                                                    find.canonical(),
                                                    find.text().replaceAll("\\s+", " ")));
                        }
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "list of official ids: %d of %d finds old enough to be in it are not (%.2f%%)%n",
                unknown.size(),
                covered.size(),
                100.0 * unknown.size() / Math.max(1, covered.size()));
        unknown.forEach(out::println);
    }

    private Set<String> againstBaseline(List<Verdict> verdicts, boolean accept) throws IOException {
        Baseline now = Baseline.of(verdicts);
        Baseline before = Baseline.read(places.baseline());
        Set<String> lost = now.without(before);
        Set<String> gained = before.without(now);
        out.printf(
                "%nagainst the baseline: %d gained, %d lost, %d known mistakes left%n",
                gained.size(), lost.size(), now.mistakes().size() - lost.size());
        gained.forEach(item -> out.println("  gained\t" + item));
        lost.forEach(item -> out.println("  lost\t" + item));
        if (accept) {
            now.write(places.baseline());
            out.println("baseline written: " + places.root().relativize(places.baseline()));
            return Set.of();
        }
        if (!gained.isEmpty()) {
            out.println("gains are kept with -Dquality.accept");
        }
        return lost;
    }
}
