package nl.beleidsradar.contract;

import java.util.regex.Pattern;

/**
 * The stable id of one publication at one source, written {@code <source>:<local>} (for example
 * {@code folder:sha256-9f…}); always one path segment.
 *
 * @param source {@code [a-z0-9-]}, 1 to 32 characters
 * @param local {@code [A-Za-z0-9._~-]}, 1 to 160 characters
 */
public record DocumentId(String source, String local) {

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9._~-]{1,160}");

    public DocumentId {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("source must match " + SOURCE);
        }
        if (!LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException("id must match " + LOCAL);
        }
    }

    /**
     * Reads {@code <source>:<local>}.
     *
     * @throws IllegalArgumentException if there is no colon or a part is outside its alphabet
     */
    public static DocumentId parse(String id) {
        int colon = id.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("document id must be <source>:<id>");
        }
        return new DocumentId(id.substring(0, colon), id.substring(colon + 1));
    }

    @Override
    public String toString() {
        return source + ":" + local;
    }
}
