package nl.beleidsradar.enrich.theme;

import java.util.List;

/**
 * What one paragraph says of one theme.
 *
 * @param finds empty where the paragraph inherits its heading's theme
 */
record Evidence(Paragraph paragraph, List<Find> finds, boolean about) {

    boolean hasStrongFind() {
        return finds.stream().anyMatch(find -> find.weight() == Theme.Weight.STRONG);
    }
}
