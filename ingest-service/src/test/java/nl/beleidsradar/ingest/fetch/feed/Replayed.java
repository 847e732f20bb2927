package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.ingest.RecordedFeeds;
import nl.beleidsradar.ingest.ReplayServer;
import nl.beleidsradar.ingest.fetch.SourceCatalog;
import nl.beleidsradar.ingest.fetch.SourceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A source as {@code sources.yaml} has it, sent to a server that replays. */
final class Replayed implements AutoCloseable {

    final ReplayServer server = ReplayServer.start();
    final Fetcher fetcher = new DirectFetcher(Duration.ofSeconds(30));

    Replayed() {
        server.folder(
                "/repository.overheid.nl/",
                RecordedFeeds.folder("koop").resolve("repository.overheid.nl"));
    }

    FeedSource source(String id, String... settings) {
        return source(server.base(), id, settings);
    }

    static FeedSource source(URI base, String id, String... settings) {
        FeedSource source =
                SourceCatalog.of(
                                new ClassPathResource("sources.yaml"),
                                Map.of(id, new SourceSettings(base, null, null, null)))
                        .source(id)
                        .orElseThrow();
        Map<String, String> changed = new HashMap<>(source.settings());
        for (int i = 0; i < settings.length; i += 2) {
            changed.put(settings[i], settings[i + 1]);
        }
        return new FeedSource(
                source.id(),
                source.source(),
                source.kind(),
                source.base(),
                source.hosts(),
                changed,
                source.types(),
                source.rate(),
                source.concurrency(),
                source.every(),
                source.term(),
                source.pageLimit(),
                source.enabled());
    }

    FeedPage read(FeedKind kind, FeedSource source, @Nullable String cursor) throws FetchFailed {
        return kind.read(source, cursor, fetcher);
    }

    /** Last parts of the addresses of its files, best first. */
    static List<String> files(ListedDocument document) {
        return document.files().stream()
                .map(f -> Path.of(f.address().getPath()).getFileName().toString())
                .toList();
    }

    static String recorded(String name) {
        return RecordedFeeds.text(name);
    }

    @Override
    public void close() {
        server.close();
    }
}
