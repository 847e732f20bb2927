package nl.beleidsradar.ingest.fetch.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the publisher of the official publications says about one of them, in a record of its SRU
 * service or in the {@code metadata.xml} beside the files: values by name (lower case, without
 * prefix), and where each rendition is.
 */
record OfficialRecord(Map<String, List<String>> values, Map<String, String> renditions) {

    private static final int MOST_VALUES = 2_000;
    private static final int DEEPEST = 64;

    /** Parliamentary sub-types have a scheme of their own beside the type. */
    private static final Set<String> SUBTYPES =
            Set.of(
                    "OVERHEIDop.KamerstukTypen",
                    "OVERHEIDop.AanhangselTypen",
                    "OVERHEIDop.HandelingTypen");

    /** Names that differ between the record and the file. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("publicationname", "publicatienaam", "category", "subject");

    OfficialRecord {
        values = Map.copyOf(values);
        renditions = Map.copyOf(renditions);
    }

    /** Reads on from the element that holds the record to its end. */
    static OfficialRecord read(XMLStreamReader xml) throws XMLStreamException, FetchFailed {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> renditions = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        String rendition = null;
        int count = 0;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                    rendition = xml.getAttributeValue(null, "manifestation");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    String value = FeedValues.text(text.toString());
                    if (value != null && rendition != null) {
                        renditions.putIfAbsent(rendition, value);
                    } else if (value != null) {
                        add(values, xml.getLocalName(), value);
                    }
                    rendition = null;
                    text.setLength(0);
                    count++;
                }
                default -> {}
            }
            if (depth > DEEPEST || count > MOST_VALUES) {
                throw FetchFailed.broken("a record with too many or too deep values");
            }
        }
        return new OfficialRecord(values, renditions);
    }

    /** The record with what its metadata file says instead, where that says anything. */
    OfficialRecord with(byte[] metadataFile) throws FetchFailed {
        Map<String, List<String>> more = new LinkedHashMap<>();
        try {
            XMLStreamReader xml = SafeXml.read(metadataFile);
            while (xml.hasNext() && more.size() < MOST_VALUES) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("metadata")) {
                    addNamed(more, xml);
                }
            }
        } catch (XMLStreamException e) {
            throw SafeXml.malformed(e);
        }
        Map<String, List<String>> merged = new LinkedHashMap<>(values);
        merged.putAll(more);
        return new OfficialRecord(merged, renditions);
    }

    @Nullable String first(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return found.getFirst();
            }
        }
        return null;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static void addNamed(Map<String, List<String>> values, XMLStreamReader xml) {
        String name = xml.getAttributeValue(null, "name");
        String content = FeedValues.text(xml.getAttributeValue(null, "content"));
        if (name == null || content == null) {
            return;
        }
        String scheme = String.valueOf(xml.getAttributeValue(null, "scheme"));
        String plain = name.substring(name.lastIndexOf('.') + 1);
        if (plain.equals("type") && SUBTYPES.contains(scheme)) {
            add(values, "subrubriek", content);
        } else if (!plain.equals("type") || scheme.equals("OVERHEIDop.Parlementair")) {
            add(values, plain, content);
        }
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        values.computeIfAbsent(OTHER_NAMES.getOrDefault(key, key), k -> new ArrayList<>())
                .add(value);
    }
}
