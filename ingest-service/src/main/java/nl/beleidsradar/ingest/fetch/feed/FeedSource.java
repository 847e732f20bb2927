package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One followed source, an entry of {@code sources.yaml}.
 *
 * @param id name of the feed, as in {@code /api/sources}
 * @param source first part of its documents' ids; feeds of one origin share it
 * @param kind name of the {@link FeedKind} that reads it
 * @param base where its protocol begins, without a slash at the end
 * @param hosts the only hosts (with the port, where it is not the usual one) it may be fetched from
 * @param settings what its kind wants to know besides; addresses among them follow {@code base}
 *     when that is overridden
 * @param types word of the type vocabulary for each type the source writes, in lower case
 * @param rate requests a second to one host
 * @param concurrency requests to one host at the same time
 * @param every pause between two polls of a source that is read to its end
 * @param term a document missing for longer makes the source late
 * @param pageLimit largest list page, bytes
 * @param enabled false for a source that is never polled, live or not
 */
public record FeedSource(
        String id,
        String source,
        String kind,
        URI base,
        Set<String> hosts,
        Map<String, String> settings,
        Map<String, String> types,
        double rate,
        int concurrency,
        Duration every,
        Duration term,
        long pageLimit,
        boolean enabled) {

    public FeedSource {
        hosts = Set.copyOf(hosts);
        settings = Map.copyOf(settings);
        types = Map.copyOf(types);
    }

    /** A setting its kind cannot do without. */
    public String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("sources.yaml, " + id + ": setting " + name);
        }
        return value;
    }

    public String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        String value = settings.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** The vocabulary's word for a type as the source writes it. */
    public @Nullable String typeOf(@Nullable String given) {
        return given == null ? null : types.get(given.strip().toLowerCase(Locale.ROOT));
    }

    /** The same at another pace. */
    public FeedSource paced(Duration pause, double requestsPerSecond) {
        return new FeedSource(
                id,
                source,
                kind,
                base,
                hosts,
                settings,
                types,
                requestsPerSecond,
                concurrency,
                pause,
                term,
                pageLimit,
                enabled);
    }

    /** Whether an address is on one of the source's hosts. */
    public boolean allows(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || address.getUserInfo() != null) {
            return false;
        }
        boolean plain = scheme.equalsIgnoreCase("http");
        if (!plain && !scheme.equalsIgnoreCase("https")) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port == -1 || port == (plain ? 80 : 443);
        return hosts.contains(usual ? name : name + ":" + port);
    }
}
