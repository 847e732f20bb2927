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
        return with("/", parameters);
    }

    /** The form on which somebody begins to follow what the parameters say. */
    static String follow(Map<String, String> parameters) {
        return with("/abonnementen/nieuw", parameters);
    }

    /** A page with parameters, in their order. */
    static String with(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + encode(p.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    /** The page of a dossier, by its number as {@code 36740-VI}. */
    static String dossier(String number) {
        return "/dossiers/" + UriUtils.encodePathSegment(number, StandardCharsets.UTF_8);
    }

    static String searchFeed(Map<String, String> parameters) {
        return with("/feeds/search.atom", parameters);
    }

    static String themeFeed(String id) {
        return "/feeds/themes/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8) + ".atom";
    }

    /** The private feed of a subscription: whoever has the address may read it. */
    static String subscriptionFeed(String id) {
        return "/feeds/subscriptions/"
                + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8)
                + ".atom";
    }

    /** The alerts that one subscription was a reason for. */
    static String alertsOf(String subscription) {
        return with("/meldingen", Map.of("abonnement", subscription));
    }

    /** The page on which a subscription is changed. */
    static String subscription(String id) {
        return "/abonnementen/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
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
