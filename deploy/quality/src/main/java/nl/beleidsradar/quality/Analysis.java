package nl.beleidsradar.quality;

import java.util.List;
import java.util.Optional;

/** What the service found in one document. */
record Analysis(List<Find> references, List<ThemeFind> themes) {

    static final Analysis NOTHING = new Analysis(List.of(), List.of());

    Optional<ThemeFind> theme(String id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /** A theme that was found, with its passages. */
    record ThemeFind(String id, String strength, List<Passage> passages) {}

    /** A stretch of text that speaks of a theme, or is about it. */
    record Passage(int start, int end, boolean about, boolean inTitle) {}
}
