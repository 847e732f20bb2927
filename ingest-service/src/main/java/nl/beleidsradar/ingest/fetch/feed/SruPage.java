package nl.beleidsradar.ingest.fetch.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A response of an SRU service (OASIS searchRetrieve 2.0, also 1.2). It may be an error with status
 * 200: a response with diagnostics, or without a number of records, is no page.
 *
 * @param total how many records the query has, by estimate
 * @param next position of the first record of the next page; null at the end
 */
record SruPage(long total, List<OfficialRecord> records, @Nullable Integer next) {

    private static final Set<String> SRU =
            Set.of(
                    "http://docs.oasis-open.org/ns/search-ws/sruResponse",
                    "http://www.loc.gov/zing/srw/");
    private static final Set<String> DIAGNOSTIC =
            Set.of(
                    "http://docs.oasis-open.org/ns/search-ws/diagnostic",
                    "http://www.loc.gov/zing/srw/diagnostic/");
    private static final int LONGEST_MESSAGE = 200;

    SruPage {
        records = List.copyOf(records);
    }

    static SruPage of(byte[] response) throws FetchFailed {
        try {
            return read(SafeXml.read(response));
        } catch (XMLStreamException e) {
            throw SafeXml.malformed(e);
        }
    }

    private static SruPage read(XMLStreamReader xml) throws XMLStreamException, FetchFailed {
        List<OfficialRecord> records = new ArrayList<>();
        Long total = null;
        Integer next = null;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String namespace = String.valueOf(xml.getNamespaceURI());
            if (DIAGNOSTIC.contains(namespace)) {
                throw FetchFailed.broken("SRU diagnostic: " + diagnostic(xml));
            }
            if (SRU.contains(namespace)) {
                switch (xml.getLocalName()) {
                    case "numberOfRecords" -> total = number(xml);
                    case "nextRecordPosition" -> next = (int) number(xml);
                    case "recordData" -> records.add(OfficialRecord.read(xml));
                    default -> {}
                }
            }
        }
        if (total == null) {
            throw FetchFailed.broken("an SRU response without a number of records");
        }
        return new SruPage(total, records, next);
    }

    private static long number(XMLStreamReader xml) throws XMLStreamException, FetchFailed {
        String written = xml.getElementText().strip();
        if (!written.matches("\\d{1,9}")) {
            throw FetchFailed.broken("an SRU number that is none");
        }
        return Long.parseLong(written);
    }

    /** The texts of the diagnostic that has just been opened. */
    private static String diagnostic(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder message = new StringBuilder();
        for (int depth = 1; depth > 0 && message.length() < LONGEST_MESSAGE; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS ->
                        message.append(' ').append(xml.getText().strip());
                default -> {}
            }
        }
        String text = message.toString().replaceAll("\\s+", " ").strip();
        return text.substring(0, Math.min(LONGEST_MESSAGE, text.length()));
    }
}
