package nl.beleidsradar.quality;

import java.util.Locale;

/**
 * The judgement on one item, which is a label, a find, or both.
 *
 * @param line of the report it counts in
 * @param canonical what the label or the find says, with its place where that is labelled
 */
record Verdict(String set, String line, String document, String canonical, Outcome outcome) {

    /** What became of it. */
    enum Outcome {
        RIGHT,
        /** The right document, but not exactly the place that is labelled. */
        MISPLACED,
        MISSED,
        INVENTED;

        boolean found() {
            return this != MISSED;
        }

        boolean wanted() {
            return this != INVENTED;
        }
    }

    String shown() {
        return String.join(
                "\t", set, line, document, canonical, outcome.name().toLowerCase(Locale.ROOT));
    }
}
