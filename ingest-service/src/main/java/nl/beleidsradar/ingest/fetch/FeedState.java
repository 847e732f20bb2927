package nl.beleidsradar.ingest.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.beleidsradar.ingest.fetch.feed.FeedPage;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import org.jspecify.annotations.Nullable;

/** How the reading of one source goes, for as long as this process runs. */
final class FeedState {

    // Far more pages than a source repeats for a good reason.
    private static final int PAGES_WITHOUT_NEWS = 1_000;

    private final Set<String> cursorsWithoutNews = new HashSet<>();
    private final Map<Taken, Long> run = new EnumMap<>(Taken.class);
    private boolean runEnded = true;
    private int pagesWithoutNews;
    private int failures;
    private int unanswered;
    private @Nullable String trouble;
    private @Nullable Instant lastPoll;
    private @Nullable Instant lastSuccess;
    private @Nullable Long countAtSource;

    /** A page came; what it lists is still to be taken. */
    synchronized void answered() {
        unanswered = 0;
    }

    /** A page came and is accounted for. */
    synchronized void read(FeedPage page, Map<Taken, Long> taken, Instant now) {
        if (runEnded && !page.documents().isEmpty()) {
            run.clear();
        }
        runEnded = page.caughtUp();
        taken.forEach((what, n) -> run.merge(what, n, Long::sum));
        countAtSource = page.count() == null ? countAtSource : page.count();
        lastPoll = now;
        lastSuccess = now;
        failures = 0;
        trouble = null;
    }

    /**
     * Watches for a chain of pages that never ends.
     *
     * @param from cursor of the page
     * @param news whether the page held anything that was not known
     */
    synchronized void follow(@Nullable String from, FeedPage page, boolean news)
            throws FetchFailed {
        if (news || page.caughtUp()) {
            cursorsWithoutNews.clear();
            pagesWithoutNews = 0;
            if (page.caughtUp()) {
                return;
            }
        }
        cursorsWithoutNews.add(String.valueOf(from));
        pagesWithoutNews++;
        boolean round = page.next() == null || cursorsWithoutNews.contains(page.next());
        if (round || pagesWithoutNews > PAGES_WITHOUT_NEWS) {
            cursorsWithoutNews.clear();
            pagesWithoutNews = 0;
            throw FetchFailed.broken(
                    round
                            ? "the next page is one that was read already"
                            : PAGES_WITHOUT_NEWS + " pages without anything new, and no end");
        }
    }

    synchronized void failed(String why, Instant now) {
        failures++;
        unanswered++;
        trouble = why;
        lastPoll = now;
    }

    synchronized int failures() {
        return failures;
    }

    /** Failures since the list itself last answered. */
    synchronized int unanswered() {
        return unanswered;
    }

    synchronized @Nullable Instant lastPoll() {
        return lastPoll;
    }

    synchronized @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /** What went wrong last, if nothing went well since. */
    synchronized @Nullable String trouble() {
        return trouble == null || failures < 2
                ? trouble
                : trouble + " (" + failures + " times in a row)";
    }

    /** In words, for staff; null where there is nothing to say. */
    synchronized @Nullable String message(long listed) {
        List<String> parts = new ArrayList<>();
        if (trouble != null) {
            parts.add(String.valueOf(trouble()));
        }
        run.forEach((what, n) -> {
            if (n > 0) {
                parts.add(n + " " + what.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        });
        if (countAtSource != null && countAtSource != listed) {
            parts.add("the source counts " + countAtSource);
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }
}
