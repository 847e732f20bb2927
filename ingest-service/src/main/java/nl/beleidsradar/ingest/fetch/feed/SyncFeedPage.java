package nl.beleidsradar.ingest.fetch.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One page of the SyncFeed. Elements and attributes are known by namespace, never by prefix: the
 * source writes the same entity as {@code tk:} and as {@code ns1:}.
 */
record SyncFeedPage(List<Entry> entries, @Nullable String next, @Nullable String resume) {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String DATA = "http://www.tweedekamer.nl/xsd/tkData/v1-0";

    /**
     * One change of one entity.
     *
     * @param name of the entry itself: its id, or else its title, or else what follows it
     * @param guid of the document; null where it tells none
     * @param changed {@code bijgewerkt}, as written
     * @param fields by name in lower case
     */
    record Entry(
            String name,
            @Nullable String guid,
            boolean removed,
            @Nullable String changed,
            @Nullable String enclosure,
            @Nullable String next,
            Map<String, String> fields) {}

    /**
     * @throws FetchFailed if it is no such page
     */
    static SyncFeedPage read(byte[] bytes) throws FetchFailed, XMLStreamException {
        XMLStreamReader xml = SafeXml.read(bytes);
        List<Entry> entries = new ArrayList<>();
        String next = null;
        String resume = null;
        boolean feed = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(xml, ATOM, "feed")) {
                feed = true;
            } else if (is(xml, ATOM, "entry")) {
                entries.add(new SyncFeedEntry().read(xml));
            } else if (is(xml, ATOM, "link")) {
                String rel = String.valueOf(xml.getAttributeValue(null, "rel"));
                String href = xml.getAttributeValue(null, "href");
                next = rel.equals("next") ? href : next;
                resume = rel.equals("resume") ? href : resume;
            }
        }
        if (!feed) {
            throw FetchFailed.broken("no Atom feed");
        }
        return new SyncFeedPage(List.copyOf(entries), next, resume);
    }

    static boolean is(XMLStreamReader xml, String namespace, String name) {
        return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }
}
