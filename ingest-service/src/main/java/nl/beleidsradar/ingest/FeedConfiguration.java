package nl.beleidsradar.ingest;

import java.time.Clock;
import java.util.List;
import nl.beleidsradar.ingest.fetch.FeedKinds;
import nl.beleidsradar.ingest.fetch.feed.CellarKind;
import nl.beleidsradar.ingest.fetch.feed.CouncilKind;
import nl.beleidsradar.ingest.fetch.feed.FeedKind;
import nl.beleidsradar.ingest.fetch.feed.OData;
import nl.beleidsradar.ingest.fetch.feed.OpenOverheidKind;
import nl.beleidsradar.ingest.fetch.feed.RssKind;
import nl.beleidsradar.ingest.fetch.feed.SruKind;
import nl.beleidsradar.ingest.fetch.feed.SyncFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of remote sources that {@code sources.yaml} can name. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    FeedKinds feedKinds(List<FeedKind> kinds) {
        return new FeedKinds(kinds);
    }

    @Bean
    FeedKind syncFeed() {
        return new SyncFeed();
    }

    @Bean
    FeedKind oData() {
        return new OData();
    }

    @Bean
    FeedKind sruKind() {
        return new SruKind(Clock.systemUTC());
    }

    @Bean
    FeedKind openOverheidKind() {
        return new OpenOverheidKind();
    }

    @Bean
    FeedKind rssKind() {
        return new RssKind();
    }

    @Bean
    FeedKind cellarKind() {
        return new CellarKind(Clock.systemUTC());
    }

    @Bean
    FeedKind councilKind() {
        return new CouncilKind();
    }
}
