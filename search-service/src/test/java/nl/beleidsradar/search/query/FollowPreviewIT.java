package nl.beleidsradar.search.query;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.search.TestArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a subscription would have told, from a real index. */
@Tag("once")
class FollowPreviewIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    @TempDir static Path store;
    private static TestArchive archive;

    @BeforeAll
    static void fill() {
        archive = new TestArchive(store);
        archive.put(
                document("tk:vandaag")
                        .title("Weerbaarheid")
                        .text(
                                "De weerbaarheid <nu> groeit. Zie Kamerstuk 26 643, nr. 940 daarover.")
                        .theme("cyber", Strength.MAIN, 0, 28, "weerbaarheid")
                        .theme("klimaat", Strength.MAIN)
                        .cites("kst-26643-940", "Kamerstuk 26 643, nr. 940")
                        .published(TODAY.toString()),
                document("tk:week")
                        .text("Niets over de zaak.")
                        .theme("cyber", Strength.MENTION)
                        .dossier("26 643")
                        .published(TODAY.minusDays(90).toString()),
                document("ob:kopie")
                        .text("Nog een keer weerbaarheid.")
                        .theme("cyber", Strength.SECTION)
                        .self(ReferenceKind.KAMERSTUK, "kst-31125-129")
                        .published(TODAY.minusDays(1).toString()),
                document("tk:kopie")
                        .text("Nog een keer weerbaarheid.")
                        .theme("cyber", Strength.SECTION)
                        .self(ReferenceKind.KAMERSTUK, "kst-31125-129")
                        .cites("kst-26643-x-3", "keer")
                        .published(TODAY.minusDays(1).toString()),
                document("tk:oud")
                        .theme("cyber", Strength.MAIN)
                        .published(TODAY.minusDays(91).toString()),
                document("tk:morgen")
                        .theme("cyber", Strength.MAIN)
                        .published(TODAY.plusDays(1).toString()));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static FollowPreview preview(Follow follow, @Nullable Strength least) {
        return archive.search().preview(follow, least);
    }

    private static Follow theme(String theme) {
        return new Follow(theme, null, null, null, null, null);
    }

    @Test
    void countsTheLastWeeksAndCopiesAsOneMessage() {
        FollowPreview cyber = preview(theme("cyber"), null);

        assertThat(cyber.hits()).isEqualTo(4);
        assertThat(cyber.messagesPerWeek()).isEqualTo(0.2);
        assertThat(cyber.weeks()).hasSize(13);
        assertThat(cyber.weeks().getFirst())
                .isEqualTo(new FollowPreview.Week(TODAY.minusDays(90), 1));
        assertThat(cyber.weeks().getLast())
                .isEqualTo(new FollowPreview.Week(TODAY.minusDays(6), 3));
        assertThat(cyber.found())
                .extracting(FollowPreview.Found::id)
                .containsExactly("tk:vandaag", "ob:kopie", "tk:kopie", "tk:week");
        assertThat(cyber.found().getFirst().html())
                .isEqualTo("De <mark>weerbaarheid</mark> &lt;nu&gt; groeit.");
    }

    @Test
    void takesTheLeastStrengthOfTheThemeItselfOrOfAny() {
        assertThat(preview(theme("cyber"), Strength.MENTION).hits()).isEqualTo(4);
        assertThat(preview(theme("cyber"), Strength.SECTION).hits()).isEqualTo(3);
        assertThat(preview(theme("cyber"), Strength.MAIN).hits()).isEqualTo(1);
        var words = new Follow(null, "weerbaarheid", null, null, null, null);
        assertThat(preview(words, null).hits()).isEqualTo(3);
        assertThat(preview(words, Strength.MAIN).hits()).isEqualTo(1);
    }

    @Test
    void showsThePlaceOfAWordAndOfACitation() {
        FollowPreview words =
                preview(new Follow(null, "weerbaarheid", null, null, "ob", null), null);
        assertThat(words.found()).hasSize(1);
        assertThat(words.found().getFirst().html()).contains("<mark>weerbaarheid</mark>");

        FollowPreview cited =
                preview(new Follow(null, null, null, "kst-26643-940", null, null), null);
        assertThat(cited.found()).hasSize(1);
        assertThat(cited.found().getFirst().html())
                .contains("<mark>Kamerstuk 26 643, nr. 940</mark>");
    }

    @Test
    void followsADossierInWhatBelongsToItAndInWhatCitesIt() {
        FollowPreview dossier = preview(new Follow(null, null, "26643", null, null, null), null);
        assertThat(dossier.found())
                .extracting(FollowPreview.Found::id)
                .containsExactly("tk:vandaag", "tk:week");
        assertThat(dossier.found().getFirst().html()).contains("<mark>Kamerstuk 26 643");
        assertThat(dossier.found().getLast().html()).isNull();
        assertThat(preview(new Follow(null, null, "26643-X", null, null, null), null).found())
                .extracting(FollowPreview.Found::id)
                .containsExactly("tk:kopie");
    }

    @Test
    void saysNothingWasFound() {
        FollowPreview none =
                preview(new Follow(null, "onvindbaarwoord", null, null, null, null), null);
        assertThat(none.hits()).isZero();
        assertThat(none.messagesPerWeek()).isZero();
        assertThat(none.weeks()).hasSize(13).allSatisfy(w -> assertThat(w.count()).isZero());
        assertThat(none.found()).isEmpty();
    }
}
