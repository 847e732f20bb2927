package nl.beleidsradar.enrich.theme;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All themes in force, ready to be looked up in a text. */
public final class ThemeVocabulary {

    private final List<Theme> themes;
    private final TermTrie trie = new TermTrie();

    /**
     * @throws ThemeFileException if two themes have one id
     */
    public ThemeVocabulary(List<Theme> themes) {
        this.themes = List.copyOf(themes);
        refuseDoubles(this.themes);
        for (int i = 0; i < this.themes.size(); i++) {
            ThemePatterns.of(this.themes.get(i), i).forEach(trie::add);
        }
    }

    /**
     * Reads theme files, given as content by name.
     *
     * @throws ThemeFileException if one cannot be used
     */
    public static ThemeVocabulary ofFiles(Map<String, String> files) {
        return new ThemeVocabulary(
                new TreeMap<>(files)
                        .entrySet().stream()
                                .map(file -> ThemeReader.read(file.getKey(), file.getValue()))
                                .toList());
    }

    public List<Theme> themes() {
        return themes;
    }

    /** Rises with each change of a theme. */
    public int version() {
        return themes.stream().mapToInt(Theme::version).sum();
    }

    TermTrie trie() {
        return trie;
    }

    private static void refuseDoubles(List<Theme> themes) {
        themes.stream()
                .collect(Collectors.groupingBy(Theme::id, Collectors.counting()))
                .forEach((id, times) -> {
                    if (times > 1) {
                        throw new ThemeFileException(id, "is the id of two themes");
                    }
                });
    }
}
