package nl.beleidsradar.search.proof;

import java.util.Optional;

/** What the last probe and the last sweep of this instance found. */
public interface Proof {

    CanaryReport canary();

    /** Empty before the first sweep. */
    Optional<SweepReport> swept();
}
