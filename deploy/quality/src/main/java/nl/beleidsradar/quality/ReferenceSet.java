package nl.beleidsradar.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Documents with labelled references.
 *
 * @param labels by document id; a document without is one in which nothing should be found
 * @param judged which finds the labels are complete for
 * @param line of the report that a find without a label counts in
 */
record ReferenceSet(
        String name,
        List<Document> documents,
        Map<String, List<Label>> labels,
        Predicate<Find> judged,
        Function<Find, String> line)
        implements LabelledSet {

    @Override
    public List<Verdict> judge(Map<String, Analysis> analyses) {
        Judge judge = new Judge(name, line);
        List<Verdict> verdicts = new ArrayList<>();
        for (Document document : documents) {
            List<Label> wanted = labels.getOrDefault(document.id(), List.of());
            List<Find> finds =
                    analyses.getOrDefault(document.id(), Analysis.NOTHING).references().stream()
                            .filter(judged)
                            .toList();
            String id = document.id().substring(document.id().indexOf('/') + 1);
            verdicts.addAll(
                    wanted.stream().anyMatch(Label::placed)
                            ? judge.placed(id, wanted, finds)
                            : judge.unplaced(id, wanted, finds));
        }
        return verdicts;
    }
}
