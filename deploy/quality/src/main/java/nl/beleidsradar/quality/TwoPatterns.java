package nl.beleidsradar.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two plain patterns on the motions, to see what there is to win: the citation with its word, and
 * without.
 */
final class TwoPatterns {

    private static final String DOSSIER = "(\\d{2}[ .\\u00a0]?\\d{3})(?:[ -]?([IVX]+))?";
    private static final List<Pattern> PATTERNS =
            List.of(
                    Pattern.compile(
                            "Kamerstuk(?:ken)?(?: I{1,2})?(?:,? \\d{4}[-/\\u2013]\\d{2,4})?,? "
                                    + DOSSIER
                                    + ",? nrs?\\.? ?(\\d+)"),
                    Pattern.compile(DOSSIER + ", nr\\. (\\d+)"));

    private TwoPatterns() {}

    static String line(ReferenceSet motions) {
        Judge judge = new Judge(motions.name(), Find::kind);
        List<Verdict> verdicts = new ArrayList<>();
        for (Document document : motions.documents()) {
            List<Label> labels =
                    motions.labels().getOrDefault(document.id(), List.of()).stream()
                            .filter(l -> l.line().equals("kamerstuk"))
                            .toList();
            verdicts.addAll(judge.unplaced(document.id(), labels, finds(document.text())));
        }
        Tally tally = Tally.of(verdicts);
        return String.format(
                Locale.ROOT,
                "for scale, two plain patterns on the motions: kamerstuk precision %.3f recall %.3f",
                tally.precision(),
                tally.recall());
    }

    private static List<Find> finds(String text) {
        List<Find> finds = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            Matcher m = pattern.matcher(text);
            while (m.find()) {
                String dossier = m.group(1).replaceAll("\\D", "");
                String chapter = m.group(2) == null ? "" : "-" + m.group(2);
                String canonical = "kst-" + dossier + chapter + "-" + m.group(3);
                finds.add(
                        new Find(
                                "kamerstuk",
                                "cited",
                                canonical,
                                m.start(),
                                m.end(),
                                m.group(),
                                false));
            }
        }
        return finds;
    }
}
