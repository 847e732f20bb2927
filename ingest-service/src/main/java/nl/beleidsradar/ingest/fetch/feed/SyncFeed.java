package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The SyncFeed of the Tweede Kamer's Gegevensmagazijn: Atom, one entry for each change of an
 * entity, oldest first. Each entry carries the cursor behind itself; the cursor of the last entry
 * of a page is followed. An empty page with a link {@code resume} is the end for now. What is wrong
 * with one entry is a failure of that one and holds up no other.
 */
public final class SyncFeed implements FeedKind {

    private static final int LONGEST_ADDRESS = 2_000;

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
        if (!page.entries().isEmpty() && page.entries().stream().allMatch(e -> e.guid() == null)) {
            // Not a fault of one entry but another format, in which nothing must be passed over.
            throw FetchFailed.broken("entries without a document");
        }
        List<ListedDocument> documents = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (SyncFeedPage.Entry entry : page.entries()) {
            String guid = entry.guid();
            if (guid == null) {
                documents.add(unreadable(entry));
                continue;
            }
            documents.removeIf(d -> guid.equals(d.key()));
            removed.remove(guid);
            if (entry.removed()) {
                removed.add(guid);
            } else {
                documents.add(document(source, guid, entry));
            }
        }
        return new FeedPage(
                documents,
                removed.stream().map(FeedPage.Removal::new).toList(),
                next(source, page),
                page.entries().isEmpty());
    }

    private static ListedDocument document(
            FeedSource source, String guid, SyncFeedPage.Entry entry) {
        String file = entry.enclosure();
        return new KamerDocument(guid, entry.fields())
                .listed(source, file == null ? null : resource(source, file), entry.changed());
    }

    /** Wherever it leads: nothing is fetched from a host that is not the source's. */
    private static URI resource(FeedSource source, String written) {
        try {
            if (written.length() <= LONGEST_ADDRESS) {
                return parsed(source, written);
            }
        } catch (FetchFailed e) {
            // Told where it is asked for.
        }
        return nowhere("malformed", written);
    }

    /** An entry that does not say of which document it is, under its own name. */
    private static ListedDocument unreadable(SyncFeedPage.Entry entry) {
        String name = entry.name();
        return new ListedDocument(
                "entry-" + FeedValues.local(name.substring(name.lastIndexOf('/') + 1)),
                null,
                new Facts(null, null, null, null, null, null, Map.of()),
                List.of(new ListedFile(nowhere("without-document", name))),
                entry.changed(),
                null);
    }

    /** An address that is never asked for but tells what is wrong with it. */
    private static URI nowhere(String scheme, String written) {
        String start = written.substring(0, Math.min(LONGEST_ADDRESS, written.length()));
        try {
            return new URI(scheme, start.isBlank() ? "-" : start, null);
        } catch (URISyntaxException e) {
            return URI.create(scheme + ":" + FeedValues.hash(written));
        }
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
