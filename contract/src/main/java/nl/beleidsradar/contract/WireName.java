package nl.beleidsradar.contract;

import java.util.Locale;

/** The spelling of a constant in JSON: {@code PREVIOUS_VERSION} is {@code previous-version}. */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
