package nl.beleidsradar.search.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.beleidsradar.search.index.Dossier;

/**
 * Which dossiers the key of a citation is of: {@code dossier:36740-vi} itself and its papers,
 * {@code kst-36740-vi-12}. The same rule in two forms, for a document and for an index of many.
 */
public final class DossierPapers {

    static final String DOSSIER = "dossier:";
    private static final String PAPER = "kst-";
    private static final Pattern SESSION = Pattern.compile("\\d{8}");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-z]+");
    private static final Pattern SUFFIX = Pattern.compile("[bhn]\\d*");

    private DossierPapers() {}

    /**
     * @param key as {@code Citation} spells it
     * @return as {@link Dossier} spells them; several where a number can be read in several ways
     */
    public static Set<String> dossiers(String key) {
        if (key.startsWith(DOSSIER)) {
            return Set.of(Dossier.normal(key));
        }
        if (!key.startsWith(PAPER)) {
            return Set.of();
        }
        List<String> parts = List.of(key.substring(PAPER.length()).split("-", -1));
        Set<String> dossiers = new LinkedHashSet<>();
        for (int from = 0; from < 2; from++) {
            for (int behind = 1; behind < 3; behind++) {
                if (parts.size() > from + behind && readsSo(parts, from, behind)) {
                    List<String> dossier =
                            new ArrayList<>(parts.subList(from, parts.size() - behind));
                    dossiers.add(String.join("-", dossier).toUpperCase(Locale.ROOT));
                }
            }
        }
        return dossiers;
    }

    private static boolean readsSo(List<String> parts, int from, int behind) {
        return (from == 0 || SESSION.matcher(parts.getFirst()).matches())
                && NUMBER.matcher(parts.get(parts.size() - behind)).matches()
                && (behind == 1 || SUFFIX.matcher(parts.getLast()).matches());
    }

    /** A regular expression, as Lucene reads it, for the keys of a dossier's papers. */
    static String keys(String dossier) {
        String quoted = dossier.toLowerCase(Locale.ROOT).replaceAll("([^\\p{L}\\p{N}-])", "\\\\$1");
        return PAPER + "([0-9]{8}-)?" + quoted + "-[0-9a-z]+(-[bhn][0-9]*)?";
    }
}
