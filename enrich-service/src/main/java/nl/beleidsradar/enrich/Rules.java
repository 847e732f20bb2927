package nl.beleidsradar.enrich;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.contract.DocumentEnriched.Ruleset;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.enrich.reference.CitingDocument;
import nl.beleidsradar.enrich.reference.ReferenceFinder;
import nl.beleidsradar.enrich.theme.ThemeFileException;
import nl.beleidsradar.enrich.theme.ThemeTagger;
import nl.beleidsradar.enrich.theme.ThemeVocabulary;
import nl.beleidsradar.service.ThemeFiles;

/**
 * The themes and citation grammars in force, and the name they go by in each event.
 *
 * @param themes sum of the versions of the themes
 */
record Rules(ThemeTagger tagger, ReferenceFinder finder, Ruleset ruleset, int themes) {

    /** All that these rules find in a text, without limit. */
    Findings findings(CitingDocument document) {
        return new Findings(
                tagger.tag(document.title(), document.text(), document.pages()),
                finder.find(document));
    }

    /** The rules that these themes make, together with the citation grammars. */
    static Rules of(Collection<ThemeSource> files, ReferenceFinder finder) {
        ThemeVocabulary vocabulary =
                ThemeVocabulary.of(files.stream().map(ThemeSource::theme).toList());
        return new Rules(
                new ThemeTagger(vocabulary),
                finder,
                new Ruleset(
                        vocabulary.version() + finder.version(),
                        fingerprint(files, finder.version())),
                files.stream().mapToInt(file -> file.theme().version()).sum());
    }

    /**
     * Reads the theme files.
     *
     * @param themesLocation a resource pattern, or a folder
     * @throws ThemeFileException if there are none, or one cannot be used
     */
    static List<ThemeSource> packaged(String themesLocation) {
        List<ThemeSource> files = new ArrayList<>();
        ThemeFiles.read(themesLocation)
                .forEach((name, content) -> files.add(ThemeSource.read(name, content)));
        if (files.isEmpty()) {
            throw new ThemeFileException(themesLocation, "holds no theme files");
        }
        return files;
    }

    /** The packaged themes, for those who have no log to follow. */
    static Rules load(String themesLocation) {
        return of(packaged(themesLocation), ReferenceFinder.standard());
    }

    private static String fingerprint(Collection<ThemeSource> files, int grammarVersion) {
        StringBuilder all = new StringBuilder();
        files.stream()
                .sorted(Comparator.comparing(file -> file.theme().id()))
                .forEach(file -> all.append(file.theme().id()).append('\n').append(file.content()));
        all.append("grammars ").append(grammarVersion);
        return BlobRef.hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
