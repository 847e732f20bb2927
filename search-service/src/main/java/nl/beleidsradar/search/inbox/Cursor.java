package nl.beleidsradar.search.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;
import nl.beleidsradar.service.BadRequest;

/**
 * The last alert of a page, after which the next page begins: opaque to others.
 *
 * @param raised milliseconds since 1970
 */
record Cursor(long raised, String id) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}) ([A-Za-z0-9_-]{1,64})");

    /**
     * @throws BadRequest if no page ended so
     */
    static Cursor parse(String written) {
        try {
            var parts = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(written), UTF_8));
            if (parts.matches()) {
                return new Cursor(Long.parseLong(parts.group(1)), parts.group(2));
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one message.
        }
        throw new BadRequest("after must be the next of an earlier page");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((raised + " " + id).getBytes(UTF_8));
    }
}
