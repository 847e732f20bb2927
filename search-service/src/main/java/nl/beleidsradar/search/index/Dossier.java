package nl.beleidsradar.search.index;

import java.util.Locale;

/** The one spelling of a dossier number: {@code 36 740 vi} and {@code dossier:36740-VI} agree. */
public final class Dossier {

    private static final String PREFIX = "dossier:";

    private Dossier() {}

    public static String normal(String written) {
        String bare = written.strip();
        if (bare.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            bare = bare.substring(PREFIX.length());
        }
        return bare.replaceAll("(?<=\\d)[\\s.\\u00a0](?=\\d)", "")
                .strip()
                .replaceAll("[\\s\\u00a0-]+", "-")
                .toUpperCase(Locale.ROOT);
    }
}
