package nl.beleidsradar.ingest.fetch.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String DATA = "http://www.tweedekamer.nl/xsd/tkData/v1-0";
    private static final String NIL = "http://www.w3.org/2001/XMLSchema-instance";

    /**
     * One change of one entity.
     *
     * @param changed {@code bijgewerkt}, as written
     * @param fields by name in lower case
     */
    record Entry(
            String guid,
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
                entries.add(entry(xml));
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

    private static Entry entry(XMLStreamReader xml) throws FetchFailed, XMLStreamException {
        String guid = "";
        boolean removed = false;
        String changed = null;
        String enclosure = null;
        String next = null;
        Map<String, String> fields = new HashMap<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && is(xml, ATOM, "entry")) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(xml, ATOM, "link")) {
                String rel = String.valueOf(xml.getAttributeValue(null, "rel"));
                String href = xml.getAttributeValue(null, "href");
                next = rel.equals("next") ? href : next;
                enclosure = rel.equals("enclosure") ? href : enclosure;
            } else if (is(xml, DATA, "document")) {
                guid = String.valueOf(xml.getAttributeValue(null, "id"));
                removed = "true".equals(xml.getAttributeValue(DATA, "verwijderd"));
                changed = xml.getAttributeValue(DATA, "bijgewerkt");
            } else if (DATA.equals(xml.getNamespaceURI())) {
                field(xml, fields);
            }
        }
        if (!KamerDocument.isGuid(guid)) {
            throw FetchFailed.broken("an entry without a document");
        }
        return new Entry(guid.toLowerCase(Locale.ROOT), removed, changed, enclosure, next, fields);
    }

    private static void field(XMLStreamReader xml, Map<String, String> fields)
            throws XMLStreamException {
        String name = xml.getLocalName().toLowerCase(Locale.ROOT);
        boolean nil = "true".equals(xml.getAttributeValue(NIL, "nil"));
        boolean reference = xml.getAttributeValue(null, "ref") != null;
        if (!nil && !reference) {
            fields.putIfAbsent(name, xml.getElementText());
        }
    }

    private static boolean is(XMLStreamReader xml, String namespace, String name) {
        return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }
}
