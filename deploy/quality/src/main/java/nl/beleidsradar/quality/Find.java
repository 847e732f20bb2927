package nl.beleidsradar.quality;

/**
 * A reference that was found.
 *
 * @param inTitle whether it stands in the title, so that its place is one there
 */
record Find(
        String kind,
        String role,
        String canonical,
        int start,
        int end,
        String text,
        boolean inTitle) {

    boolean touches(int from, int to) {
        return start < to && from < end;
    }
}
