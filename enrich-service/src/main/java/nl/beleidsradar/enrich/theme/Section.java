package nl.beleidsradar.enrich.theme;

/**
 * How far a heading's theme carries on over the paragraphs below it.
 *
 * @param marked whether the heading bears a heading mark, so that only another such one ends it
 * @param wholly whether all below is about the theme, also where no term stands; else a single term
 *     is enough
 * @param patience how many more paragraphs without a term it reaches, should the next heading have
 *     been lost in extraction
 */
record Section(boolean marked, boolean wholly, int patience) {

    private static final int PATIENCE = 4;

    static Section under(String heading) {
        return new Section(
                Headings.isMarked(heading, 0), Headings.namesOneSubject(heading), PATIENCE);
    }

    Section afterTerm() {
        return new Section(marked, wholly, PATIENCE);
    }

    Section afterSilence() {
        return new Section(marked, wholly, patience - 1);
    }

    boolean endsAt(String heading) {
        return !marked || Headings.isMarked(heading, 0);
    }
}
