package nl.beleidsradar.ingest.failure;

import java.util.stream.Stream;
import nl.beleidsradar.ingest.fetch.FeedWatch;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.Listing;
import nl.beleidsradar.ingest.ledger.Wanted;
import org.springframework.stereotype.Component;

/**
 * What a feed lists and could not be fetched: those still tried again by themselves, and those that
 * were given up.
 */
@Component
final class FetchFailures {

    private final FeedLedger feeds;
    private final HarvestLedger ledger;
    private final FeedWatch watch;

    FetchFailures(FeedLedger feeds, HarvestLedger ledger, FeedWatch watch) {
        this.feeds = feeds;
        this.ledger = ledger;
        this.watch = watch;
    }

    Stream<Failure> all() {
        return feeds.unfetched().stream().flatMap(l -> Failure.of(l).stream());
    }

    boolean isOf(String id) {
        return feeds.listing(id).map(Listing::wanted).isPresent();
    }

    /**
     * Fetches it at the poll of its feed that begins now.
     *
     * @return whether there was something to fetch
     */
    boolean retry(String id) {
        Wanted wanted = feeds.listing(id).map(Listing::wanted).orElse(null);
        return wanted != null && feeds.tryAgain(id, ledger.now()) && watch.pollNow(wanted.feed());
    }
}
