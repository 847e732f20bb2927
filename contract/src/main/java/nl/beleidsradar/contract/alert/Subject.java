package nl.beleidsradar.contract.alert;

import java.util.Objects;
import nl.beleidsradar.contract.WireName;

/**
 * What a mention is of.
 *
 * @param value theme id, query as saved, dossier number or canonical reference
 */
public record Subject(Kind kind, String value) {

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }

    /** The kinds of subject that a person can follow. */
    public enum Kind {
        THEME,
        QUERY,
        DOSSIER,
        REFERENCE;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }
}
