package nl.beleidsradar.search.proof;

import java.util.List;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.alert.AlertCandidate;

/** Finds in an event what its recipients follow now; implemented by the edge. */
@FunctionalInterface
public interface Matching {

    List<AlertCandidate> match(DocumentEnriched event);
}
