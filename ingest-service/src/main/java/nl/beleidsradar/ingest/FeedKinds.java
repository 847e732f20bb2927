package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.fetch.feed.CellarKind;
import nl.beleidsradar.ingest.fetch.feed.CouncilKind;
import nl.beleidsradar.ingest.fetch.feed.FeedKind;
import nl.beleidsradar.ingest.fetch.feed.OpenOverheidKind;
import nl.beleidsradar.ingest.fetch.feed.RssKind;
import nl.beleidsradar.ingest.fetch.feed.SruKind;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The kinds of remote sources that {@code sources.yaml} can name. */
@Configuration(proxyBeanMethods = false)
class FeedKinds {

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
