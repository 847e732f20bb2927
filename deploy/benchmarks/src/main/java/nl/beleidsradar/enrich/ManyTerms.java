package nl.beleidsradar.enrich;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged themes and ten thousand further terms, made of words of the very texts they are
 * looked for in, so that most of them nearly match often and some match.
 */
final class ManyTerms {

    private static final int TERMS = 10_000;
    private static final int THEMES = 20;
    private static final Pattern WORD = Pattern.compile("\\b[a-z]{5,12}\\b");

    private final Random random = new Random(1);
    private final List<String> words;

    private ManyTerms(List<String> words) {
        this.words = words;
    }

    /** Writes the theme files to a new folder. */
    static Path folder() throws IOException {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(Corpus.megabytes(1)).results().forEach(word -> words.add(word.group()));
        Path folder = Files.createTempDirectory("many-terms");
        try (Stream<Path> themes = Files.list(Corpus.ROOT.resolve("seeds/themes"))) {
            for (Path theme : themes.toList()) {
                Files.copy(theme, folder.resolve(theme.getFileName()));
            }
        }
        ManyTerms terms = new ManyTerms(List.copyOf(words));
        for (int theme = 0; theme < THEMES; theme++) {
            Files.writeString(folder.resolve("made-" + theme + ".yaml"), terms.file(theme));
        }
        return folder;
    }

    private String file(int theme) {
        Set<String> terms = new LinkedHashSet<>();
        while (terms.size() < TERMS / THEMES) {
            terms.add(
                    switch (terms.size() % 10) {
                        case 0, 1, 2, 3 -> "phrase, term: " + word() + " " + word();
                        case 4, 5, 6 -> "compound-first, term: " + word() + word();
                        default -> "word, term: " + word() + word();
                    });
        }
        List<String> lines = new ArrayList<>();
        lines.add("id: made-" + theme);
        lines.add("version: 1");
        lines.add("labels: { nl: Bedacht %1$d, en: Made %1$d }".formatted(theme));
        lines.add("links: []");
        lines.add("terms:");
        terms.forEach(term -> lines.add("  - { mode: " + term + ", weight: strong }"));
        lines.add("combinations: []");
        lines.add("masks: []");
        lines.add(
                "examples: { must: [%s], mustNot: [De commissie zweeg.] }".formatted(term(terms)));
        return String.join("\n", lines) + "\n";
    }

    private static String term(Set<String> terms) {
        String first = terms.iterator().next();
        return first.substring(first.indexOf("term: ") + "term: ".length());
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }
}
