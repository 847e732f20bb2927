package nl.beleidsradar.contract;

import java.util.Locale;

/** The spelling of a constant in JSON: {@code PREVIOUS_VERSION} is {@code previous-version}. */
final class WireName {

    private WireName() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
