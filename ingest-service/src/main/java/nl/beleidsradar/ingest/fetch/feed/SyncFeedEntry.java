package nl.beleidsradar.ingest.fetch.feed;

import static nl.beleidsradar.ingest.fetch.feed.SyncFeedPage.ATOM;
import static nl.beleidsradar.ingest.fetch.feed.SyncFeedPage.DATA;
import static nl.beleidsradar.ingest.fetch.feed.SyncFeedPage.is;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one entry of the SyncFeed as its parts come by. Whatever it holds, it ends where the
 * entry ends: what is wrong in it must not cost the other entries of the page.
 */
final class SyncFeedEntry {

    private static final String NIL = "http://www.w3.org/2001/XMLSchema-instance";

    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String id = "";
    private String title = "";
    private String guid = "";
    private boolean removed;
    private @Nullable String changed;
    private @Nullable String enclosure;
    private @Nullable String next;
    // Of the innermost element, where that may hold a value.
    private @Nullable String field;

    SyncFeedPage.Entry read(XMLStreamReader xml) throws XMLStreamException {
        boolean inside = true;
        while (inside && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(xml);
                    inside = !is(xml, ATOM, "entry");
                }
                default -> {}
            }
        }
        return new SyncFeedPage.Entry(
                !id.isEmpty() ? id : !title.isEmpty() ? title : String.valueOf(next),
                KamerDocument.isGuid(guid) ? guid.toLowerCase(Locale.ROOT) : null,
                removed,
                changed,
                enclosure,
                next,
                fields);
    }

    private void begin(XMLStreamReader xml) {
        text.setLength(0);
        field = null;
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
            boolean nil = "true".equals(xml.getAttributeValue(NIL, "nil"));
            boolean reference = xml.getAttributeValue(null, "ref") != null;
            field = nil || reference ? null : xml.getLocalName().toLowerCase(Locale.ROOT);
        }
    }

    private void end(XMLStreamReader xml) {
        String value = text.toString();
        id = is(xml, ATOM, "id") ? value.strip() : id;
        title = is(xml, ATOM, "title") ? value.strip() : title;
        if (field != null) {
            fields.putIfAbsent(field, value);
        }
        field = null;
    }
}
