package nl.beleidsradar.search.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses of pages, percent-encoded. */
final class Links {

    /** Canonical forms that fit in one path segment of any server; others go as a parameter. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~:()-]+");

    private Links() {}

    static String search(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? "/"
                : parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + encode(p.getValue()))
                        .collect(Collectors.joining("&", "/?", ""));
    }

    static String document(String id) {
        return "/documenten/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    /** A document at one of its pages, whichever part of the text that is in. */
    static String document(String id, @Nullable Integer page) {
        return page == null ? document(id) : document(id) + "?pagina=" + page + "#p" + page;
    }

    /** The page of a cited document. */
    static String reference(String canonical) {
        return SEGMENT.matcher(canonical).matches() && !canonical.startsWith(".")
                ? "/verwijzingen/" + canonical
                : "/verwijzingen?canonical=" + encode(canonical);
    }

    static String theme(String id) {
        return "/themas/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    /** The form on which a theme is changed. */
    static String editTheme(String id) {
        return theme(id) + "/aanpassen";
    }

    /**
     * An address at another site; null unless it is plain http(s), as a document may say anything.
     */
    static @Nullable String external(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String start = url.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? url.strip() : null;
    }

    private static String encode(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
