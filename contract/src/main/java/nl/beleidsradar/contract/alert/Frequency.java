package nl.beleidsradar.contract.alert;

import nl.beleidsradar.contract.WireName;

/** How often somebody is told, the most urgent first. */
public enum Frequency {
    IMMEDIATE,
    DAILY,
    WEEKLY;

    @Override
    public String toString() {
        return WireName.of(this);
    }
}
