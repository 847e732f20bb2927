package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The SyncFeed of the Tweede Kamer's Gegevensmagazijn: Atom, one entry for each change of an
 * entity, oldest first. Each entry carries the cursor behind itself; the cursor of the last entry
 * of a page is followed. An empty page with a link {@code resume} is the end for now.
 */
public final class SyncFeed implements FeedKind {

    @Override
    public String name() {
        return "sync-feed";
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher)
            throws FetchFailed {
        URI address = cursor == null ? first(source) : checked(source, cursor);
        SyncFeedPage page;
        try {
            page = SyncFeedPage.read(fetcher.body(address).bytes());
        } catch (XMLStreamException e) {
            throw SafeXml.malformed(e);
        }
        List<ListedDocument> documents = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (SyncFeedPage.Entry entry : page.entries()) {
            String guid = entry.guid();
            documents.removeIf(d -> guid.equals(d.key()));
            removed.remove(guid);
            if (entry.removed()) {
                removed.add(guid);
            } else {
                documents.add(document(source, entry));
            }
        }
        return new FeedPage(
                documents,
                removed.stream().map(FeedPage.Removal::new).toList(),
                next(source, page),
                page.entries().isEmpty());
    }

    private static ListedDocument document(FeedSource source, SyncFeedPage.Entry entry)
            throws FetchFailed {
        String file = entry.enclosure();
        return new KamerDocument(entry.guid(), entry.fields())
                .listed(source, file == null ? null : resource(source, file), entry.changed());
    }

    private static URI resource(FeedSource source, String written) throws FetchFailed {
        URI address = parsed(source, written);
        if (!source.allows(address)) {
            throw FetchFailed.broken("an enclosure at another host");
        }
        return address;
    }

    private static @Nullable String next(FeedSource source, SyncFeedPage page) throws FetchFailed {
        String link = page.entries().isEmpty() ? page.resume() : page.entries().getLast().next();
        String next = link == null ? page.next() : link;
        if (next == null && !page.entries().isEmpty()) {
            throw FetchFailed.broken("entries without a link to what follows");
        }
        return next == null ? null : checked(source, next).toString();
    }

    private static URI first(FeedSource source) {
        return URI.create(source.base() + "/Feed?category=" + source.setting("category"));
    }

    /** Only to the same feed of the same category, further on. */
    private static URI checked(FeedSource source, String written) throws FetchFailed {
        URI address = parsed(source, written);
        String query = String.valueOf(address.getRawQuery());
        List<String> parameters = List.of(query.split("&"));
        boolean good =
                source.allows(address)
                        && (source.base().getRawPath() + "/Feed").equals(address.getRawPath())
                        && parameters.contains("category=" + source.setting("category"))
                        && parameters.stream().anyMatch(p -> p.matches("skiptoken=\\w{1,64}"));
        if (!good) {
            throw new FetchFailed(
                    FetchFailed.Fault.FORBIDDEN, "a cursor that leads elsewhere is not followed");
        }
        return address;
    }

    private static URI parsed(FeedSource source, String written) throws FetchFailed {
        try {
            return source.base().resolve(written).normalize();
        } catch (IllegalArgumentException e) {
            throw FetchFailed.broken("a link that is no address");
        }
    }
}
