package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;

/** Reads which version of a thing a caller has seen. */
final class IfMatch {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private IfMatch() {}

    /** Whether any version will do, as long as there is one. */
    static boolean isAny(HttpServletRequest request) {
        String match = request.getHeader("If-Match");
        return match != null && match.strip().equals("*");
    }

    /**
     * @return null where the caller names no version
     * @throws BadRequest if it is no version
     */
    static @Nullable Integer version(HttpServletRequest request) {
        String match = request.getHeader("If-Match");
        if (match == null || isAny(request)) {
            return null;
        }
        Matcher etag = ETAG.matcher(match.strip());
        if (!etag.matches()) {
            throw new BadRequest("If-Match must be one version, such as \"3\"");
        }
        return Integer.valueOf(etag.group(1));
    }
}
