package nl.beleidsradar.enrich.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier of the Dutch parliament as a citation gives it.
 *
 * @param number digits only
 * @param addition budget chapter ({@code XVI}, {@code A}) or council code ({@code 02}); null
 *     without
 * @param others dossiers named beside it; a number runs in the first
 * @param dotted whether it was written like an amount, 36.410
 */
record Dossier(String number, @Nullable String addition, List<String> others, boolean dotted) {

    Dossier {
        others = List.copyOf(others);
    }

    String id() {
        return addition == null ? number : number + "-" + addition;
    }

    Dossier with(@Nullable String newAddition) {
        return new Dossier(number, newAddition, others, dotted);
    }
}
