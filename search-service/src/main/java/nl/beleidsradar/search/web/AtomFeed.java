package nl.beleidsradar.search.web;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as Atom 1.0 (RFC 4287), the newest first, with the link to what is older (RFC 5005).
 *
 * @param id urn of the feed, the same for ever
 * @param self its own address
 * @param page the page that shows the same
 * @param next address of the older entries; null where there are none
 */
record AtomFeed(
        String id,
        String title,
        String self,
        String page,
        @Nullable String next,
        List<Item> items) {

    private static final String AUTHOR = "Beleidsradar";

    /**
     * One entry.
     *
     * @param link the page of ours
     * @param source where the document was published; null where it was not
     * @param html safe HTML
     */
    record Item(
            String id,
            String title,
            Instant updated,
            String author,
            String link,
            @Nullable String source,
            String html) {}

    /** When the last entry changed; the beginning of time where there is none. */
    Instant updated() {
        return items.stream()
                .map(Item::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    byte[] xml() {
        var feed = new Feed("atom_1.0");
        feed.setId(id);
        feed.setTitle(legal(title));
        feed.setUpdated(Date.from(updated()));
        feed.setAuthors(List.of(person(AUTHOR)));
        feed.setAlternateLinks(List.of(link("alternate", page)));
        List<Link> others = new ArrayList<>();
        others.add(link("self", self));
        if (next != null) {
            others.add(link("next", next));
        }
        feed.setOtherLinks(others);
        feed.setEntries(items.stream().map(AtomFeed::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("feed " + id, e);
        }
    }

    private static Entry entry(Item item) {
        var entry = new Entry();
        entry.setId(item.id());
        entry.setTitle(legal(item.title()));
        entry.setUpdated(Date.from(item.updated()));
        entry.setAuthors(List.of(person(legal(item.author()))));
        entry.setAlternateLinks(List.of(link("alternate", item.link())));
        if (item.source() != null) {
            entry.setOtherLinks(List.of(link("related", legal(item.source()))));
        }
        var content = new Content();
        content.setType(Content.HTML);
        content.setValue(legal(item.html()));
        entry.setContents(List.of(content));
        return entry;
    }

    private static Link link(String relation, String href) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(href);
        return link;
    }

    private static SyndPerson person(String name) {
        var person = new SyndPersonImpl();
        person.setName(name);
        return person;
    }

    /** Without the characters that XML 1.0 cannot hold, however they are written. */
    static String legal(String text) {
        return text.codePoints()
                .filter(AtomFeed::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
