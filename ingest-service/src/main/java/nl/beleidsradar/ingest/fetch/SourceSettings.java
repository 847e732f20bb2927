package nl.beleidsradar.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about one remote source; all of it may be left out.
 *
 * @param base another server to ask instead of the one in {@code sources.yaml}
 * @param live whether this source is polled, whatever {@code beleidsradar.ingest.live} says
 * @param every pause between two polls
 * @param rate requests a second
 */
public record SourceSettings(
        @Nullable URI base,
        @Nullable Boolean live,
        @Nullable Duration every,
        @Nullable Double rate) {

    FeedSource over(FeedSource source) {
        FeedSource paced =
                source.paced(
                        every == null ? source.every() : every,
                        rate == null ? source.rate() : rate);
        return base == null ? paced : OtherServer.at(base, paced);
    }
}
