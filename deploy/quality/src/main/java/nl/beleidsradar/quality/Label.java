package nl.beleidsradar.quality;

import org.jspecify.annotations.Nullable;

/**
 * A reference that should be found.
 *
 * @param line of the report it counts in
 * @param role null where any will do
 * @param canonical null where the place alone is labelled
 * @param start in UTF-16 units; -1 where the place is not labelled
 * @param surface as written
 * @param optional whether finding it or not is both right
 */
record Label(
        String line,
        String kind,
        @Nullable String role,
        @Nullable String canonical,
        int start,
        int end,
        String surface,
        boolean optional) {

    /** For labels without a place. */
    static Label unplaced(String line, String role, String canonical, String surface) {
        return new Label(line, Kinds.of(canonical), role, canonical, -1, -1, surface, false);
    }

    boolean placed() {
        return start >= 0;
    }

    boolean names(Find find) {
        return kind.equals(find.kind())
                && (role == null || role.equals(find.role()))
                && (canonical == null || canonical.equalsIgnoreCase(find.canonical()));
    }

    String shown() {
        String name = canonical == null ? surface.replaceAll("\\s+", " ") : canonical;
        return placed() ? name + " @" + start : name;
    }
}
