package nl.beleidsradar.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a subscription's Atom feed as a feed reader does, from page to page. */
final class Feed {

    private static final Pattern ENTRY =
            Pattern.compile("<entry>.*?<id>([^<]+)</id>", Pattern.DOTALL);
    private static final Pattern NEXT =
            Pattern.compile("<link(?=[^>]*rel=\"next\")[^>]*href=\"([^\"]+)\"");

    private Feed() {}

    /** The ids of all entries. */
    static Set<String> entries(Api api, String subscription) {
        Set<String> ids = new TreeSet<>();
        String path = "/feeds/subscriptions/" + subscription + ".atom";
        while (path != null) {
            HttpResponse<String> page = api.get(api.search, path);
            if (page.statusCode() != 200) {
                throw new AssertionError(path + ": " + page.statusCode());
            }
            Matcher entry = ENTRY.matcher(page.body());
            while (entry.find()) {
                ids.add(entry.group(1));
            }
            Matcher next = NEXT.matcher(page.body());
            path = next.find() ? pathOf(next.group(1)) : null;
        }
        return ids;
    }

    private static String pathOf(String address) {
        URI next = URI.create(address.replace("&amp;", "&"));
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
