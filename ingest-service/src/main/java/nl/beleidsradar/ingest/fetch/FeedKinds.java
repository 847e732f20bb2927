package nl.beleidsradar.ingest.fetch;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.beleidsradar.ingest.fetch.feed.FeedKind;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;

/** The kinds of remote sources, by the word for them in {@code sources.yaml}. */
public final class FeedKinds {

    private final Map<String, FeedKind> kinds;

    public FeedKinds(List<FeedKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(FeedKind::name, Function.identity()));
    }

    boolean knows(FeedSource source) {
        return kinds.containsKey(source.kind());
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    FeedKind of(FeedSource source) {
        FeedKind kind = kinds.get(source.kind());
        if (kind == null) {
            throw new IllegalArgumentException(
                    "sources.yaml, " + source.id() + ": no kind " + source.kind());
        }
        return kind;
    }
}
