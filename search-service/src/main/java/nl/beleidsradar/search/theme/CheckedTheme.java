package nl.beleidsradar.search.theme;

/**
 * A theme file that enrich-service found right.
 *
 * @param content the file as YAML
 */
record CheckedTheme(String id, String content) {

    CheckedTheme {
        if (id == null || content == null) {
            throw new IllegalArgumentException("id and content are needed");
        }
    }
}
