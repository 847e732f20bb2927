package nl.beleidsradar.ingest.fetch.feed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ingestion channel of the Cellar, Atom or RSS. Its usual elements (title, link, id)
 * hold what a template left behind; only those of its own namespaces are read.
 *
 * @param more whether the server says that there is a next page
 */
record CellarNotifications(List<Entry> entries, boolean more) {

    private static final Set<String> OWN =
            Set.of(
                    "http://publications.europa.eu/atom/notificationEntry",
                    "http://publications.europa.eu/rss/notificationEntry",
                    "http://publications.europa.eu/atom/notificationRequest",
                    "http://publications.europa.eu/rss/notificationRequest");
    private static final Set<String> FEEDS = Set.of("feed", "rss");
    private static final Set<String> ENTRIES = Set.of("entry", "item");

    /**
     * What happened to a work.
     *
     * @param cellarId the Cellar's own name of it
     * @param action create, update or delete
     * @param celex its CELEX number, where it has one
     * @param kinds names of its classes in the ontology, such as regulation
     * @param at when; null where it is not told
     */
    record Entry(
            @Nullable String cellarId,
            String action,
            @Nullable String celex,
            List<String> kinds,
            @Nullable String date,
            @Nullable Instant at) {

        Entry {
            kinds = List.copyOf(kinds);
        }

        @Nullable String revision() {
            return date;
        }

        /** The next one, unless both tell when and this one is later. */
        Entry later(Entry next) {
            return at != null && next.at() != null && at.isAfter(next.at()) ? this : next;
        }
    }

    CellarNotifications {
        entries = List.copyOf(entries);
    }

    static CellarNotifications of(byte[] xml) throws FetchFailed {
        try {
            return read(SafeXml.read(xml));
        } catch (XMLStreamException e) {
            throw SafeXml.malformed(e);
        }
    }

    private static CellarNotifications read(XMLStreamReader xml)
            throws XMLStreamException, FetchFailed {
        List<Entry> entries = new ArrayList<>();
        boolean more = false;
        boolean feed = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (!feed && !FEEDS.contains(name)) {
                throw FetchFailed.broken("no feed of notifications but <" + name + ">");
            }
            feed = true;
            if (ENTRIES.contains(name)) {
                entries.add(entry(xml));
            } else if (name.equals("moreEntries")
                    && OWN.contains(String.valueOf(xml.getNamespaceURI()))) {
                more = Boolean.parseBoolean(xml.getElementText().strip());
            }
        }
        return new CellarNotifications(entries, more);
    }

    private static Entry entry(XMLStreamReader xml) throws XMLStreamException {
        String cellarId = null;
        String action = "";
        String celex = null;
        String date = null;
        List<String> kinds = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    String value = text.toString().strip();
                    boolean own = OWN.contains(String.valueOf(xml.getNamespaceURI()));
                    switch (own ? xml.getLocalName() : "atom:" + xml.getLocalName()) {
                        case "cellarId" -> cellarId = value;
                        case "type" -> action = value;
                        case "class" -> kinds.add(value.substring(value.indexOf('#') + 1));
                        case "identifier" -> celex = celex == null ? celexOf(value) : celex;
                        case "date", "atom:updated" -> date = value;
                        default -> {}
                    }
                    text.setLength(0);
                }
                default -> {}
            }
        }
        return new Entry(cellarId, action, celex, kinds, date, FeedValues.moment(date));
    }

    /** Identifiers are written as {@code celex:32024R1689}, percent-encoded. */
    private static @Nullable String celexOf(String identifier) {
        if (!identifier.startsWith("celex:")) {
            return null;
        }
        try {
            return URLDecoder.decode(identifier.substring(6), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
