package nl.beleidsradar.enrich.theme;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All themes in force, ready to be looked up in a text. */
public final class ThemeVocabulary {

    private final List<Theme> themes;
    private final OrganisationNames names;
    private final TermTrie trie;

    private ThemeVocabulary(Collection<Theme> themes, OrganisationNames names) {
        this.themes = List.copyOf(themes);
        this.names = names;
        refuseDoubles(this.themes);
        TermTrieBuilder builder = new TermTrieBuilder();
        for (int i = 0; i < this.themes.size(); i++) {
            ThemePatterns.of(this.themes.get(i), i).forEach(builder::add);
        }
        ThemePatterns.of(names).forEach(builder::add);
        trie = builder.build();
    }

    /**
     * All of these, with the organisation names that come with the service.
     *
     * @throws ThemeFileException if two themes have one id
     */
    public static ThemeVocabulary of(Collection<Theme> themes) {
        return of(themes, OrganisationNames.packaged());
    }

    /**
     * All of these.
     *
     * @param names hidden from all themes
     * @throws ThemeFileException if two themes have one id
     */
    public static ThemeVocabulary of(Collection<Theme> themes, OrganisationNames names) {
        return new ThemeVocabulary(themes, names);
    }

    /**
     * Reads theme files, given as content by name.
     *
     * @throws ThemeFileException if one cannot be used
     */
    public static ThemeVocabulary ofFiles(Map<String, String> files) {
        return of(
                new TreeMap<>(files)
                        .entrySet().stream()
                                .map(file -> ThemeReader.read(file.getKey(), file.getValue()))
                                .toList());
    }

    public List<Theme> themes() {
        return themes;
    }

    /** Rises with each change of a theme or of the organisation names. */
    public int version() {
        return names.version() + themes.stream().mapToInt(Theme::version).sum();
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
