package nl.beleidsradar.quality;

import java.util.Collection;
import nl.beleidsradar.quality.Verdict.Outcome;

/**
 * What was wanted and found.
 *
 * @param right of those found, at the labelled place or near it
 * @param exact of those right, at the labelled place
 */
record Tally(int wanted, int found, int right, int exact) {

    static Tally of(Collection<Verdict> verdicts) {
        int wanted = 0;
        int found = 0;
        int exact = 0;
        int right = 0;
        for (Verdict verdict : verdicts) {
            Outcome outcome = verdict.outcome();
            wanted += outcome.wanted() ? 1 : 0;
            found += outcome.found() ? 1 : 0;
            right += outcome.wanted() && outcome.found() ? 1 : 0;
            exact += outcome == Outcome.RIGHT ? 1 : 0;
        }
        return new Tally(wanted, found, right, exact);
    }

    double precision() {
        return ratio(right, found);
    }

    double recall() {
        return ratio(right, wanted);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    double spans() {
        return ratio(exact, right);
    }

    /** Where there is nothing, nothing is wrong. */
    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
