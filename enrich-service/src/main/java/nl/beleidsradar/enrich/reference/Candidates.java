package nl.beleidsradar.enrich.reference;

import org.jspecify.annotations.Nullable;

/** Where in one text each pattern may match, by the pattern's place in the order of search. */
final class Candidates {

    private final @Nullable Starts[] starts;

    Candidates(int patterns) {
        this.starts = new Starts[patterns];
    }

    void add(int pattern, int position) {
        Starts known = starts[pattern];
        if (known == null) {
            known = new Starts();
            starts[pattern] = known;
        }
        known.add(position);
    }

    /** In ascending order. */
    Starts of(int pattern) {
        Starts known = starts[pattern];
        return known == null ? Starts.NONE : known.inOrder();
    }
}
