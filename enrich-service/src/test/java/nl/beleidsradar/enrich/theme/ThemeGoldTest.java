package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Precision and recall against labelled paragraphs and titles, where these are at hand; else
 * against the themes' own examples set between paragraphs of the sample documents.
 */
class ThemeGoldTest {

    private static final List<String> THEMES = List.of("cyber", "klimaat", "militaire-mobiliteit");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ThemeTagger TAGGER = Repository.tagger();

    @Test
    void findsTheLabelledParagraphs() {
        Path labels = Repository.GOLD.resolve("seeds/themes-paragraphs.jsonl");
        if (!Files.exists(labels)) {
            System.out.println("no labelled paragraphs here: measured on recombined examples");
            assertRecombinedExamplesAreFound();
            return;
        }
        Map<String, List<ThemeTag>> tags = new TreeMap<>();
        Repository.sampleDocuments().forEach((n, t) -> tags.put(n, TAGGER.tag("", t, List.of())));
        Map<String, Tally> tallies = new TreeMap<>();
        Map<String, Tally> strengths = new TreeMap<>();
        for (String line : Repository.lines(labels)) {
            JsonNode row = JSON.readTree(line);
            int start = row.get("paragraph_start_offset").intValue();
            int end = row.get("paragraph_end_offset").intValue();
            for (String theme : THEMES) {
                List<Passage> found =
                        passages(tags.get(row.get("file").stringValue()), theme, start, end);
                JsonNode label = row.get("strength").get(theme.replace('-', '_'));
                tally(tallies, theme).count(label != null, !found.isEmpty());
                boolean about = label != null && label.stringValue().equals("about");
                tally(strengths, theme).count(about, found.stream().anyMatch(Passage::about));
            }
        }
        report("paragraphs", tallies);
        report("paragraphs about", strengths);
        assertThat(tallies.values()).hasSize(3).allMatch(t -> t.f1() >= 0.98);
        assertThat(strengths.values()).allMatch(t -> t.f1() >= 0.88);
    }

    @Test
    void findsTheThemesOfTitles() {
        Path labels = Repository.GOLD.resolve("titles/title-themes.jsonl");
        if (!Files.exists(labels)) {
            System.out.println("no labelled titles here: measured on the themes' own examples");
            assertRecombinedExamplesAreFound();
            return;
        }
        Map<String, Tally> tallies = new TreeMap<>();
        for (String line : Repository.lines(labels)) {
            JsonNode row = JSON.readTree(line);
            List<ThemeTag> tags = TAGGER.tag(row.get("text").stringValue(), "", List.of());
            for (String theme : THEMES) {
                boolean expected = row.get("strength").has(theme.replace('-', '_'));
                boolean found = tags.stream().anyMatch(tag -> tag.id().equals(theme));
                tally(tallies, theme).count(expected, found);
            }
        }
        report("titles", tallies);
        assertThat(tallies.values()).hasSize(3).allMatch(t -> t.f1() >= 0.98);
    }

    private static void assertRecombinedExamplesAreFound() {
        String text = Repository.sampleDocuments().get("004_acbb1135cc020c0e.txt");
        for (Theme theme : ThemeVocabulary.ofFiles(Repository.themeFiles()).themes()) {
            for (String example : theme.examples().must()) {
                assertThat(TAGGER.tag("", text + "\n\n" + example + "\n\n" + text, List.of()))
                        .extracting(ThemeTag::id)
                        .contains(theme.id());
            }
            for (String example : theme.examples().mustNot()) {
                assertThat(TAGGER.tag("", text + "\n\n" + example + "\n\n" + text, List.of()))
                        .extracting(ThemeTag::id)
                        .doesNotContain(theme.id());
            }
        }
    }

    private static List<Passage> passages(List<ThemeTag> tags, String theme, int start, int end) {
        // A passage may begin with the white space or mark that a label leaves out.
        int enough = Math.min(15, end - start - 1);
        return tags.stream()
                .filter(tag -> tag.id().equals(theme))
                .flatMap(tag -> tag.passages().stream())
                .filter(p -> Math.min(end, p.end()) - Math.max(start, p.start()) > enough)
                .toList();
    }

    private static Tally tally(Map<String, Tally> tallies, String theme) {
        return tallies.computeIfAbsent(theme, t -> new Tally());
    }

    private static void report(String what, Map<String, Tally> tallies) {
        tallies.forEach((theme, t) ->
                System.out.printf(
                        "themes, %s, %s: precision %.3f recall %.3f F1 %.3f (%d right, %d wrong, %d missed)%n",
                        what,
                        theme,
                        t.precision(),
                        t.recall(),
                        t.f1(),
                        t.right,
                        t.falseFinds,
                        t.missed));
    }

    private static final class Tally {
        private int right;
        private int falseFinds;
        private int missed;

        private void count(boolean expected, boolean found) {
            if (expected && found) {
                right++;
            } else if (found) {
                falseFinds++;
            } else if (expected) {
                missed++;
            }
        }

        private double precision() {
            return right == 0 ? 1 : (double) right / (right + falseFinds);
        }

        private double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        private double f1() {
            int all = 2 * right + falseFinds + missed;
            return all == 0 ? 1 : 2.0 * right / all;
        }
    }
}
