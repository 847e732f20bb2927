package nl.beleidsradar.ingest.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;

/**
 * A source sent to another server, such as one that replays what was recorded: all that was fetched
 * from the source's own hosts is fetched there, with the same paths.
 */
final class OtherServer {

    private OtherServer() {}

    /**
     * @param base of the protocol there; without a path the source's own path is kept
     */
    static FeedSource at(URI base, FeedSource source) {
        String origin = base.getScheme() + "://" + base.getAuthority();
        boolean whole = base.getPath() != null && base.getPath().length() > 1;
        URI moved =
                whole
                        ? URI.create(base.toString().replaceFirst("/+$", ""))
                        : onto(origin, source.base());
        Map<String, String> settings =
                source.settings().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        s -> setting(origin, source, s.getValue())));
        return new FeedSource(
                source.id(),
                source.source(),
                source.kind(),
                moved,
                Set.of(base.getAuthority().toLowerCase(Locale.ROOT)),
                settings,
                source.types(),
                source.rate(),
                source.concurrency(),
                source.every(),
                source.term(),
                source.pageLimit(),
                source.enabled());
    }

    private static String setting(String origin, FeedSource source, String value) {
        return source.hosts().stream()
                        .anyMatch(h -> value.matches("https?://" + Pattern.quote(h) + "(/.*)?"))
                ? value.replaceFirst("https?://[^/]*", Matcher.quoteReplacement(origin))
                : value;
    }

    private static URI onto(String origin, URI address) {
        return URI.create(origin + address.getRawPath());
    }
}
