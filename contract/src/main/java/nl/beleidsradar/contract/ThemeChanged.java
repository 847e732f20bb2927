package nl.beleidsradar.contract;

import java.time.Instant;
import java.util.Objects;

/**
 * A theme as staff changed it: the event on {@code themes}, keyed by theme id. It is in force in
 * place of the packaged theme of that id, unless the packaged one has a higher version.
 *
 * @param id theme id
 * @param version higher than that of the theme it replaces; the same as in the content
 * @param content the theme file, YAML
 * @param changed when it was saved
 */
public record ThemeChanged(String id, int version, String content, Instant changed) {

    /** Largest theme file, in bytes of UTF-8. */
    public static final int MAX_CONTENT = 1024 * 1024;

    public ThemeChanged {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(changed, "changed");
        if (version < 1) {
            throw new IllegalArgumentException(id + ": versions start at 1");
        }
    }

    /**
     * Whether this change replaces the packaged theme of that version.
     *
     * @param packagedVersion version of the packaged theme of the same id; 0 where there is none
     */
    public boolean replaces(int packagedVersion) {
        return version >= packagedVersion;
    }
}
