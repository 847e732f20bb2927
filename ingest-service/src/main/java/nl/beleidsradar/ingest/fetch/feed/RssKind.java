package nl.beleidsradar.ingest.fetch.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An RSS or Atom feed of the newest items, without pages: what falls off its end between two polls
 * is not seen, so it is a hint and no proof of completeness. An item is its enclosure, or else the
 * page it links to. A {@code next} link is not followed. Setting: {@code query} (what is asked, if
 * anything).
 */
public final class RssKind implements FeedKind {

    private static final Logger LOG = LoggerFactory.getLogger(RssKind.class);
    private static final int MOST_ITEMS = 1_000;

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher)
            throws FetchFailed {
        Instant newest = FeedCursor.of(cursor).instant("newest");
        String query = source.settings().get("query");
        URI address =
                query == null
                        ? source.base()
                        : URI.create(
                                source.base()
                                        + "?query="
                                        + URLEncoder.encode(query, StandardCharsets.UTF_8));
        SyndFeed feed =
                feed(
                        fetcher.body(
                                address,
                                Map.of(
                                        "Accept",
                                        "application/rss+xml, application/atom+xml,"
                                                + " application/xml;q=0.8")));
        List<ListedDocument> documents = new ArrayList<>();
        for (SyndEntry item : feed.getEntries().stream().limit(MOST_ITEMS).toList()) {
            ListedDocument document = document(item);
            if (document == null) {
                LOG.warn("{}: an item without an address is passed over", source.id());
            } else {
                documents.add(document);
                newest = FeedValues.later(newest, document.modified());
            }
        }
        String next = newest == null ? null : FeedCursor.start().with("newest", newest).toString();
        return new FeedPage(documents, List.of(), next, true);
    }

    private static SyndFeed feed(Fetched.Body body) throws FetchFailed {
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body.bytes()))) {
            return input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw FetchFailed.broken("neither RSS nor Atom: " + e.getClass().getSimpleName());
        }
    }

    private static @Nullable ListedDocument document(SyndEntry item) {
        String link = FeedValues.text(item.getLink());
        String given = FeedValues.text(item.getUri());
        String name = given == null ? link : given;
        if (name == null) {
            return null;
        }
        Date published =
                item.getPublishedDate() == null ? item.getUpdatedDate() : item.getPublishedDate();
        Date changed = item.getUpdatedDate() == null ? published : item.getUpdatedDate();
        Facts facts =
                new Facts(
                        null,
                        FeedValues.text(item.getTitle()),
                        null,
                        null,
                        published == null ? null : FeedValues.dayOf(published.toInstant()),
                        link,
                        Map.of());
        List<String> written = addresses(item, link);
        List<ListedFile> files = written.stream().flatMap(RssKind::file).toList();
        return new ListedDocument(
                local(name),
                null,
                facts,
                files,
                changed == null ? null : changed.toInstant().toString(),
                changed == null ? null : changed.toInstant(),
                files.size() < written.size());
    }

    /** An address as a name is hashed: its path alone would be neither unique nor short. */
    private static String local(String name) {
        return name.contains("/") ? FeedValues.hash(name) : FeedValues.local(name);
    }

    private static List<String> addresses(SyndEntry item, @Nullable String link) {
        Stream<String> enclosures =
                item.getEnclosures().stream()
                        .flatMap(e -> Stream.ofNullable(FeedValues.text(e.getUrl())));
        return Stream.concat(enclosures, Stream.ofNullable(link)).toList();
    }

    /** Nothing where the address is none. */
    private static Stream<ListedFile> file(String address) {
        try {
            return Stream.of(new ListedFile(URI.create(address)));
        } catch (IllegalArgumentException e) {
            LOG.warn("a malformed address in a feed is passed over");
            return Stream.empty();
        }
    }
}
