package nl.beleidsradar.enrich;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.enrich.reference.CitingDocument;
import nl.beleidsradar.service.ThemeFiles;

/** What is measured: the whole enricher, with the packaged grammars and themes. */
final class Subject {

    private final Enricher enricher;

    private Subject(String themesLocation) {
        Rules rules = Rules.load(themesLocation);
        enricher =
                new Enricher(() -> rules, new EvidenceLimit(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    static Subject packaged() {
        return new Subject(ThemeFiles.PACKAGED);
    }

    static Subject withThemes(Path folder) {
        return new Subject(folder.toString());
    }

    /** The number of finds, so that none can be optimised away. */
    int finds(String text) {
        Findings findings =
                enricher.findings(new CitingDocument(null, "", text, List.of(), null, Map.of()));
        return findings.references().size()
                + findings.themes().stream().mapToInt(tag -> tag.passages().size()).sum();
    }
}
