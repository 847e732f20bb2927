package nl.beleidsradar.ingest.fetch.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import org.jspecify.annotations.Nullable;

/** One gate for each host, however many sources use it, at the pace of the most careful of them. */
final class HostGates {

    private final Map<String, HostGate> gates = new HashMap<>();

    /**
     * @param longest a host may ask to be left alone
     */
    HostGates(List<FeedSource> sources, Clock clock, Duration longest) {
        Map<String, Double> rates = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (FeedSource source : sources) {
            for (String host : source.hosts()) {
                rates.merge(host, source.rate(), Math::min);
                places.merge(host, source.concurrency(), Math::min);
            }
        }
        rates.forEach((host, rate) ->
                gates.put(
                        host,
                        new HostGate(host, rate, places.getOrDefault(host, 1), clock, longest)));
    }

    /** Null where no source has this host. */
    @Nullable HostGate of(URI address) {
        return gates.get(authority(address));
    }

    private static String authority(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual =
                port == -1 || port == ("http".equalsIgnoreCase(address.getScheme()) ? 80 : 443);
        return usual ? host : host + ":" + port;
    }
}
