package nl.beleidsradar.enrich.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the match of a pattern into the documents it cites. */
interface MatchReader {

    /** The citation at the match; null where a closer look shows that it is none. */
    @Nullable Reading read(Match match);

    /** A citation that may end further on than the match, with what it cites. */
    record Reading(int start, int end, List<Target> targets) {

        public Reading {
            targets = List.copyOf(targets);
        }
    }
}
