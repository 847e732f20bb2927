package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidsradar.ingest.KamerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The back-fill, while rows change behind its back; four rows share a moment here. */
class ODataTest {

    private final KamerServer kamer = new KamerServer();
    private final Fetcher fetcher = new DirectFetcher(Duration.ofSeconds(30));

    @AfterEach
    void stop() {
        kamer.close();
    }

    @Test
    void aRowThatChangesBetweenTwoPagesHidesNoOther() throws FetchFailed {
        documents(8);
        // Page of 1 to 5, of which 4 and 5 share the moment of 6 and 7.
        assertThat(readAll(5, 1, 5)).isEqualTo(numbers(8));
    }

    @Test
    void aRowThatChangesWithinOneMomentHidesNoOther() throws FetchFailed {
        documents(8);
        // The first page holds 1 and 2, of the moment of 3 only.
        assertThat(readAll(2, 1, 1)).isEqualTo(numbers(8));
    }

    @Test
    void smallPagesOfOneMomentLeadOn() throws FetchFailed {
        documents(9);
        assertThat(readAll(1, 0, 0)).isEqualTo(numbers(9));
        assertThat(readAll(3, 0, 0)).isEqualTo(numbers(9));
    }

    /** Reads to the end; one document changes after so many pages. */
    private Set<String> readAll(int pageSize, int pages, int changed) throws FetchFailed {
        FeedSource source =
                Replayed.source(
                        kamer.server.base(), "tk-odata", "pageSize", String.valueOf(pageSize));
        Set<String> seen = new TreeSet<>();
        String cursor = null;
        FeedPage page;
        int read = 0;
        do {
            page = new OData().read(source, cursor, fetcher);
            page.documents().forEach(d -> seen.add(d.local()));
            cursor = page.next();
            if (++read == pages) {
                kamer.put(changed, "anders");
            }
        } while (!page.caughtUp() && read < 100);
        assertThat(page.caughtUp()).isTrue();
        return seen;
    }

    private void documents(int count) {
        for (int i = 1; i <= count; i++) {
            kamer.put(i, "Tekst van document " + i);
        }
    }

    private static Set<String> numbers(int count) {
        Set<String> numbers = new TreeSet<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(KamerServer.number(i));
        }
        return numbers;
    }
}
