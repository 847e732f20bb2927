package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.reference.ReferenceFinder;
import nl.beleidsradar.enrich.theme.Theme;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.Test;

class RulesInForceTest {

    private final RulesInForce rules =
            new RulesInForce(List.of(source(3, "veen")), ReferenceFinder.standard());
    private final Enricher enricher = new Enricher(rules, new EvidenceLimit(10_000, 100));

    @Test
    void aChangeIsInForceForTheNextDocument() {
        int before = rules.get().ruleset().version();
        assertThat(themes("Over zeewier.")).isEmpty();

        take(4, content("veen", "zeewier"));

        assertThat(themes("Over zeewier.")).containsExactly("veen");
        assertThat(themes("Over veen.")).isEmpty();
        assertThat(rules.get().ruleset().version()).isEqualTo(before + 1);
    }

    @Test
    void aNewThemeStandsBesideTheOthers() {
        take(1, content("zee", "zeewier"));

        assertThat(themes("Over veen en zeewier.")).containsExactly("veen", "zee");
        assertThat(rules.themes()).extracting(Theme::id).containsExactly("veen", "zee");
    }

    @Test
    void thePackagedThemeStaysWhereItIsNewer() {
        take(2, content("veen", "zeewier"));

        assertThat(themes("Over veen.")).containsExactly("veen");
    }

    @Test
    void whatCannotBeUsedLeavesTheOldRulesInForce() {
        assertThatThrownBy(() -> take(4, "id: veen\nterms: nonsense")).isNotNull();
        assertThatThrownBy(() -> rules.take("veen", "{".getBytes())).isNotNull();
        assertThatThrownBy(() -> rules.take("veen", null)).hasMessageContaining("veen");
        assertThatThrownBy(() ->
                        rules.take(
                                "veen",
                                EventJson.write(
                                        new ThemeChanged(
                                                "veen", 9, content("zee", "zee"), Instant.EPOCH))))
                .hasMessageContaining("id is zee");

        assertThat(themes("Over veen.")).containsExactly("veen");
    }

    @Test
    void aCandidateIsTriedWithoutComingIntoForce() {
        Rules tried = rules.with(source(4, "zeewier"));

        assertThat(tried.tagger().tag("Over zeewier", "", List.of())).hasSize(1);
        assertThat(themes("Over zeewier.")).isEmpty();
    }

    private List<String> themes(String text) {
        return enricher.enrich(Documents.inline("tk:1", "Brief", text), text).themes().stream()
                .map(ThemeTag::id)
                .toList();
    }

    private void take(int version, String content) {
        String id = content.substring("id: ".length(), content.indexOf('\n'));
        rules.take(id, EventJson.write(new ThemeChanged(id, version, content, Instant.EPOCH)));
    }

    private static ThemeSource source(int version, String word) {
        return ThemeSource.read("veen.yaml", content("veen", word)).withVersion(version);
    }

    static String content(String id, String word) {
        return """
        id: %s
        labels: { nl: Thema, en: Theme }
        terms:
          - { term: %s, mode: stem, weight: strong }
        examples:
          must: [Over %s.]
          mustNot: [Over iets anders.]
        """
                .formatted(id, word, word);
    }
}
