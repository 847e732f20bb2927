package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The official publications by SRU 2.0, with the files of the FRBR tree behind it. The service
 * knows days only, so each sweep begins a day before the newest record of the one before it;
 * records that are known by their id and time of change are then listed again and cost nothing.
 * Settings: {@code query} (CQL, without a date), {@code pageSize}, {@code from} (first day of all),
 * {@code overlapDays}, {@code metadata} ({@code file}: the official metadata file goes before the
 * record, {@code record}: it is not asked).
 */
public final class SruKind implements FeedKind {

    /** The number of records is an estimate; a sweep longer than this allows has no end. */
    private static final int BEYOND_ESTIMATE = 10_000;

    private final Clock clock;

    public SruKind(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sru";
    }

    @Override
    public Optional<String> startOfNew(FeedSource source, Instant now) {
        LocalDate yesterday = FeedValues.dayOf(now).minusDays(1);
        return Optional.of(FeedCursor.start().with("since", yesterday).toString());
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher)
            throws FetchFailed {
        FeedCursor at = FeedCursor.of(cursor);
        LocalDate since = Objects.requireNonNullElseGet(at.date("since"), () -> first(source));
        int start = Math.max(1, at.number("start", 1));
        Fetched.Body body =
                fetcher.body(address(source, since, start), Map.of("Accept", "application/xml"));
        SruPage page = SruPage.of(body.bytes());
        Instant newest = at.instant("top");
        MetadataFiles files = new MetadataFiles(source, fetcher, at.instant("read"));
        // The index may hold a publication twice.
        Map<String, ListedDocument> documents = new LinkedHashMap<>();
        for (OfficialRecord record : page.records()) {
            OfficialPublication publication = new OfficialPublication(source, record);
            newest = laterInThePast(newest, publication.modified());
            String key = publication.local() + " " + publication.revision();
            if (!documents.containsKey(key)) {
                documents.put(key, files.completed(publication).listed());
            }
        }
        boolean end = page.next() == null;
        if (!end) {
            checkProgress(page, start);
        }
        FeedCursor next =
                end
                        ? nextSweep(source, since, newest).with("read", known(at, newest))
                        : at.with("since", since).with("top", newest).with("start", page.next());
        return new FeedPage(List.copyOf(documents.values()), List.of(), next.toString(), end);
    }

    private static LocalDate first(FeedSource source) {
        return LocalDate.parse(source.setting("from", "1995-01-01"));
    }

    private static URI address(FeedSource source, LocalDate since, int start) {
        String query = "(" + source.setting("query") + ") and dt.modified>=" + since;
        return URI.create(
                source.base()
                        + "?operation=searchRetrieve&version=2.0&httpAccept=application/xml"
                        + "&startRecord="
                        + start
                        + "&maximumRecords="
                        + source.number("pageSize", 100)
                        + "&query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static void checkProgress(SruPage page, int start) throws FetchFailed {
        int next = Objects.requireNonNull(page.next());
        if (next <= start || page.records().isEmpty()) {
            throw FetchFailed.broken("the next page is said to begin at " + next);
        }
        if (next > 2 * page.total() + BEYOND_ESTIMATE) {
            throw FetchFailed.broken("no end after twice the number of records");
        }
    }

    /** A record dated in the future must not make us skip what comes before that day. */
    private @Nullable Instant laterInThePast(@Nullable Instant newest, @Nullable Instant modified) {
        return modified == null || modified.isAfter(clock.instant())
                ? newest
                : FeedValues.later(newest, modified);
    }

    private static FeedCursor nextSweep(
            FeedSource source, LocalDate since, @Nullable Instant newest) {
        LocalDate day =
                newest == null
                        ? since
                        : FeedValues.dayOf(newest).minusDays(source.number("overlapDays", 1));
        return FeedCursor.start().with("since", day.isBefore(since) ? since : day);
    }

    private static @Nullable Instant known(FeedCursor at, @Nullable Instant newest)
            throws FetchFailed {
        return FeedValues.later(at.instant("read"), newest);
    }
}
