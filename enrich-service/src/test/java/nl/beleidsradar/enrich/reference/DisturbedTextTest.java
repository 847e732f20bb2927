package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Reference.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What printing and extraction do to a text changes neither what is found nor where. */
class DisturbedTextTest {

    private static final String HEADS =
            "\nah-tk-20232024-1432\nISSN 0921 - 7398\n’s-Gravenhage 2024\n"
                    + "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n2\n";
    private static final Pattern WORD = Pattern.compile("(?<![\\pL/:.])[a-z]{8,}(?![\\pL/:.=])");

    /** Families whose form has no spaces or words to disturb. */
    private static final Set<String> SOLID = Set.of("urls");

    /** Families that a word or abbreviation opens, to which a footnote's number may be glued. */
    private static final Set<String> LED =
            Set.of(
                    "aanhangsel",
                    "handelingen",
                    "kamerstuk",
                    "staatsbladen",
                    "eu-acts",
                    "publicatieblad",
                    "articles");

    static Stream<Arguments> disturbances() {
        List<Arguments> all = new ArrayList<>();
        for (String family : GrammarFile.packaged("_fragments").texts("families")) {
            GrammarFile examples = GrammarFile.packaged(family).part("examples");
            for (String example : examples.values().keySet()) {
                if (!SOLID.contains(family)) {
                    add(all, "no-break space", example, t -> t.replace(' ', '\u00A0'));
                    add(all, "narrow space", example, t -> t.replace(' ', '\u202F'));
                    add(all, "thin spaces", example, t -> t.replace(" ", "\u2009\u2009"));
                    add(all, "line ends", example, t -> t.replace(' ', '\n'));
                    add(all, "empty lines", example, t -> t.replace(" ", " \r\n\r\n "));
                    add(all, "soft hyphens", example, t -> inWords(t, "\u00AD"));
                    add(all, "broken words", example, t -> inWords(t, "-\n"));
                    add(all, "dash", example, t -> t.replace('-', '\u2011'));
                    add(all, "page end", example, t -> t.replaceFirst(" ", HEADS));
                }
                if (LED.contains(family)) {
                    add(all, "footnote number", example, t -> "1" + t + "¹");
                }
                add(all, "marks of emphasis", example, t -> "**" + t + "**");
                add(all, "broken characters", example, t -> "\uD800\u0000 " + t + " \uDC00");
                add(all, "emoji", example, t -> "\uD83D\uDE80 " + t);
                add(all, "long text around", example, t -> "x ".repeat(400) + t + " y".repeat(400));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void findsTheSameAtTheSamePlace(String disturbance, String example, String disturbed) {
        List<Reference> plain = cited(example);
        List<Reference> found = cited(disturbed);
        assertThat(found)
                .extracting(Reference::canonical)
                .containsExactlyElementsOf(plain.stream().map(Reference::canonical).toList());
        for (int i = 0; i < found.size(); i++) {
            Reference reference = found.get(i);
            assertThat(disturbed.substring(reference.start(), reference.end()))
                    .isEqualTo(reference.text());
            if (!disturbance.equals("page end")) {
                assertThat(read(reference.text())).isEqualTo(read(plain.get(i).text()));
            }
        }
    }

    private static void add(
            List<Arguments> all, String name, String example, UnaryOperator<String> change) {
        String disturbed = change.apply(example);
        if (!disturbed.equals(example)) {
            all.add(Arguments.of(name, example, disturbed));
        }
    }

    private static String inWords(String text, String inserted) {
        Matcher words = WORD.matcher(text);
        StringBuilder out = new StringBuilder();
        while (words.find()) {
            int middle = words.group().length() / 2;
            String word = words.group();
            words.appendReplacement(
                    out, word.substring(0, middle) + inserted + word.substring(middle));
        }
        return words.appendTail(out).toString();
    }

    /** The footers of a page that the disturbances add are no part of what is compared. */
    private static List<Reference> cited(String text) {
        return Finder.in(text).stream()
                .filter(r ->
                        !(r.role() == Role.SELF && r.canonical().equals("ah-tk-20232024-1432")))
                .toList();
    }

    private static String read(String text) {
        return NormalisedText.of(text).text().replace('\n', ' ');
    }
}
