package nl.beleidsradar.search.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.AlertPage;
import nl.beleidsradar.search.inbox.AlertQuery;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchQuery;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.search.theme.Themes;
import nl.beleidsradar.service.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Atom feeds of themes, searches and subscriptions, for any feed reader. */
@RestController
class FeedApi {

    private static final int DOCUMENTS = 50;
    private static final int ALERTS = 100;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final MediaType ATOM =
            new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final DocumentSearch search;
    private final AlertSearch alerts;
    private final Subscriptions subscriptions;
    private final Themes themes;
    private final PublicUrl url;
    private final Wording say;

    FeedApi(
            DocumentSearch search,
            AlertSearch alerts,
            Subscriptions subscriptions,
            Themes themes,
            PublicUrl url,
            MessageSource messages) {
        this.search = search;
        this.alerts = alerts;
        this.subscriptions = subscriptions;
        this.themes = themes;
        this.url = url;
        say = new Wording(messages, themes, Locale.forLanguageTag("nl"));
    }

    @GetMapping("/feeds/themes/{id}.atom")
    ResponseEntity<byte[]> theme(@PathVariable String id) {
        if (themes.theme(id).isEmpty()) {
            throw Missing.theme(id);
        }
        String path = "/feeds/themes/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
        return whole(
                documents(
                        SearchQuery.of(newest(Map.of("theme", List.of(id)))),
                        "urn:beleidsradar:theme:" + id,
                        say.theme(id),
                        path + ".atom",
                        Links.theme(id)));
    }

    /** The newest documents that a search finds, whatever order the reader of the page chose. */
    @GetMapping("/feeds/search.atom")
    ResponseEntity<byte[]> search(@RequestParam MultiValueMap<String, String> parameters) {
        SearchQuery query = SearchQuery.of(newest(parameters));
        Map<String, String> shown = new LinkedHashMap<>(query.parameters());
        shown.keySet().removeAll(List.of("sort", "size", "page"));
        String page = Links.search(shown);
        String asked = page.equals("/") ? "" : page.substring(1);
        return whole(
                documents(
                        query,
                        "urn:beleidsradar:search:" + hash(asked.getBytes(StandardCharsets.UTF_8)),
                        say.text("feed.search", query.q().isEmpty() ? "*" : query.q()),
                        "/feeds/search.atom" + asked,
                        page));
    }

    /** What one subscription told: whoever knows its id may read it. */
    @GetMapping("/feeds/subscriptions/{id}.atom")
    ResponseEntity<byte[]> subscription(
            @PathVariable String id, @RequestParam(required = false) @Nullable String after) {
        Subscription subscription =
                subscriptions.find(id).orElseThrow(() -> Missing.subscription(id));
        AlertPage page =
                alerts.list(
                        AlertQuery.of(subscription.owner())
                                .subscription(id)
                                .size(ALERTS)
                                .after(after == null || after.isBlank() ? null : after));
        var items = new FeedItems(url, say);
        String path = "/feeds/subscriptions/" + id + ".atom";
        var feed =
                new AtomFeed(
                        "urn:beleidsradar:subscription:" + id,
                        subscription.name(),
                        url.of(after == null ? path : path + "?after=" + after),
                        url.of("/meldingen"),
                        page.next() == null ? null : url.of(path + "?after=" + page.next()),
                        page.items().stream().map(a -> items.alert(a, id)).toList());
        return answer(feed).lastModified(feed.updated()).body(feed.xml());
    }

    private AtomFeed documents(
            SearchQuery query, String id, String title, String path, String page) {
        var items = new FeedItems(url, say);
        return new AtomFeed(
                id,
                title,
                url.of(path),
                url.of(page),
                null,
                search.search(query).hits().stream().map(items::document).toList());
    }

    private static Map<String, List<String>> newest(Map<String, List<String>> parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        all.put("sort", List.of(SearchQuery.Sort.NEWEST.toString()));
        all.put("size", List.of(Integer.toString(DOCUMENTS)));
        all.remove("page");
        return all;
    }

    /** Without a time, as a document that comes later may be of an earlier day. */
    private static ResponseEntity<byte[]> whole(AtomFeed feed) {
        return answer(feed).body(feed.xml());
    }

    /** Spring answers 304 where the reader has it already. */
    private static ResponseEntity.BodyBuilder answer(AtomFeed feed) {
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .eTag('"' + hash(feed.xml()) + '"')
                .header("X-Robots-Tag", "noindex")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
