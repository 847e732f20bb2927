package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every grammar file is held to its own examples. */
class GrammarExamplesTest {

    private static final GrammarSearch SEARCH = Finder.STANDARD.search();
    private static final Map<String, Place> SECTIONS =
            Map.of(
                    "examples", Place.TEXT,
                    "titleExamples", Place.TITLE,
                    "runningHeadExamples", Place.RUNNING_HEAD);

    record Example(String text, Place place, List<String> canonicals) {

        List<Mention> tried() {
            return SEARCH.tried(NormalisedText.of(text).text(), place);
        }
    }

    static List<String> families() {
        return GrammarFile.packaged("_fragments").texts("families");
    }

    @ParameterizedTest
    @MethodSource("families")
    void findsInEachExampleTheCanonicalFormsStated(String family) {
        for (Example example : examples(family)) {
            List<String> found =
                    example.tried().stream()
                            .flatMap(mention -> mention.targets().stream())
                            .map(Target::canonical)
                            .toList();
            assertThat(found).as(example.text()).isEqualTo(example.canonicals());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void matchesEachExampleWithAPatternOfItsOwn(String family) {
        for (Example example : examples(family)) {
            assertThat(patternsIn(example)).as(example.text()).anyMatch(own(family)::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void showsEachPatternInAnExample(String family) {
        Set<String> shown =
                examples(family).stream()
                        .flatMap(example -> patternsIn(example).stream())
                        .collect(Collectors.toSet());
        assertThat(shown).containsAll(own(family));
    }

    @ParameterizedTest
    @MethodSource("families")
    void matchesNoCounterExample(String family) {
        for (String counter : GrammarFile.packaged(family).texts("counterExamples")) {
            Example example = new Example(counter, Place.TEXT, List.of());
            assertThat(patternsIn(example)).as(counter).noneMatch(own(family)::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void namesALiteralOrTheDossierNumberThatMustBeThere(String family) {
        for (CitationPattern pattern : grammar(family).patterns()) {
            assertThat(pattern.nearDossierNumber() || !pattern.literals().isEmpty())
                    .as(pattern.name())
                    .isTrue();
            assertThat(pattern.literals()).as(pattern.name()).allMatch(l -> !l.isBlank());
        }
    }

    private static List<Example> examples(String family) {
        GrammarFile file = GrammarFile.packaged(family);
        List<Example> examples = new ArrayList<>();
        SECTIONS.forEach((section, place) -> {
            if (file.values().containsKey(section)) {
                GrammarFile part = file.part(section);
                part.values()
                        .keySet()
                        .forEach(t -> examples.add(new Example(t, place, part.texts(t))));
            }
        });
        assertThat(examples).as(family).isNotEmpty();
        return examples;
    }

    private static Set<String> patternsIn(Example example) {
        Stream<String> names = example.tried().stream().map(Mention::pattern);
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> own(String family) {
        return grammar(family).patterns().stream()
                .map(CitationPattern::name)
                .collect(Collectors.toSet());
    }

    private static PatternGrammar grammar(String family) {
        return new GrammarReader()
                .grammars().stream()
                        .filter(g -> g.family().equals(family))
                        .findFirst()
                        .orElseThrow();
    }
}
