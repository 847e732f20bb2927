package nl.beleidsradar.ingest.fetch.feed;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Reads XML from outside: no DTD, no entities but the five, namespaces by their address. */
public final class SafeXml {

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /**
     * @throws FetchFailed if it cannot be read at all, is malformed in its first characters, or
     *     tells of a DTD
     */
    public static XMLStreamReader read(byte[] xml) throws FetchFailed {
        try {
            return new WithoutDtd(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** What malformed XML, or a DTD, becomes. */
    public static FetchFailed malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return FetchFailed.broken("malformed XML at line " + line);
    }

    /** A document with a DTD is refused rather than read without it. */
    private static final class WithoutDtd extends StreamReaderDelegate {

        WithoutDtd(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a DTD is not read", getLocation());
            }
            return event;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an external entity is not read");
        });
        return factory;
    }
}
