package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples hold in the midst of a real document as they do alone. */
class ExamplesInTextTest {

    private static final ThemeTagger TAGGER = Repository.tagger();
    private static final String TEXT =
            Repository.sampleDocuments().getOrDefault("004_acbb1135cc020c0e.txt", "");

    @Test
    void anExampleIsFoundBetweenParagraphsOfAnotherText() {
        for (Theme theme : ThemeVocabulary.ofFiles(Repository.themeFiles()).themes()) {
            for (String example : theme.examples().must()) {
                assertThat(themesAround(example)).as(example).contains(theme.id());
            }
        }
    }

    @Test
    void aCounterExampleIsNotFoundThereEither() {
        for (Theme theme : ThemeVocabulary.ofFiles(Repository.themeFiles()).themes()) {
            for (String example : theme.examples().mustNot()) {
                assertThat(themesAround(example)).as(example).doesNotContain(theme.id());
            }
        }
    }

    private static List<String> themesAround(String example) {
        return TAGGER.tag("", TEXT + "\n\n" + example + "\n\n" + TEXT, List.of()).stream()
                .map(tag -> tag.id())
                .toList();
    }
}
