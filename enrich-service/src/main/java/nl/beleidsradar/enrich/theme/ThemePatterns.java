package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.List;

/** The patterns of one theme, or of the names that are hidden from all. */
final class ThemePatterns {

    private ThemePatterns() {}

    static List<Pattern> of(OrganisationNames names) {
        Pattern.Use use = new Pattern.Use.OfName();
        return names.names().stream()
                .map(name -> Pattern.of(Pattern.EVERY_THEME, use, name, Theme.Mode.PHRASE))
                .toList();
    }

    static List<Pattern> of(Theme theme, int index) {
        List<Pattern> patterns = new ArrayList<>();
        for (int t = 0; t < theme.terms().size(); t++) {
            Theme.Term term = theme.terms().get(t);
            Pattern.Use use = new Pattern.Use.OfTerm(t, term.weight());
            patterns.add(Pattern.of(index, use, term.text(), term.mode()));
            for (String unless : term.unless()) {
                Pattern.Use against = new Pattern.Use.AgainstTerm(t);
                patterns.add(Pattern.of(index, against, unless, Theme.Mode.PHRASE));
            }
        }
        for (int c = 0; c < theme.combinations().size(); c++) {
            List<List<String>> groups = theme.combinations().get(c).all();
            for (int g = 0; g < groups.size(); g++) {
                Pattern.Use use = new Pattern.Use.OfCombination(c, g);
                for (String part : groups.get(g)) {
                    patterns.add(Pattern.of(index, use, part, Theme.Mode.PHRASE));
                }
            }
        }
        for (String mask : theme.masks()) {
            patterns.add(Pattern.of(index, new Pattern.Use.OfMask(), mask, Theme.Mode.PHRASE));
        }
        return patterns;
    }
}
