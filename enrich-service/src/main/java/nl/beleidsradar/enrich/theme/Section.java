package nl.beleidsradar.enrich.theme;

/**
 * How far a heading's theme carries on over the paragraphs below it.
 *
 * @param level number of heading marks ({@code ##}), so that only a heading of this level or a
 *     higher one ends it; 0 where the heading is known by its looks, so that any heading does
 * @param wholly whether all below is about the theme, also where no term stands; else a single term
 *     is enough
 * @param patience how many more paragraphs without a term it reaches, should the next heading have
 *     been lost in extraction
 */
record Section(int level, boolean wholly, int patience) {

    private static final int PATIENCE = 4;

    /**
     * @param alone whether the heading names no second theme
     */
    static Section under(String heading, boolean alone) {
        return new Section(
                Headings.level(heading, 0), alone && Headings.namesOneSubject(heading), PATIENCE);
    }

    Section afterTerm() {
        return new Section(level, wholly, PATIENCE);
    }

    Section afterSilence() {
        return new Section(level, wholly, patience - 1);
    }

    boolean endsAt(String heading) {
        int other = Headings.level(heading, 0);
        return level == 0 || (other > 0 && other <= level);
    }
}
