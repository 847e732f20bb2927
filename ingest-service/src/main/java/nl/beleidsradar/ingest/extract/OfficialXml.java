package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Official publication XML of the Dutch government (root {@code officiele-publicatie}, schema
 * op-xsd of KOOP): its text with a line per block, its title and its own number. No DTD is read, so
 * no entity can grow or reach out; what is not well-formed is left to the isolated extractor.
 */
final class OfficialXml {

    private static final XMLInputFactory FACTORY = factory();

    private OfficialXml() {}

    static boolean looksLike(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).contains("<officiele-publicatie");
    }

    static Optional<Extracted> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            OfficialText text = new OfficialText();
            for (int event = xml.getEventType(); ; event = xml.next()) {
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> text.open(xml);
                    case XMLStreamConstants.END_ELEMENT -> text.close(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            text.characters(xml.getText());
                    case XMLStreamConstants.DTD -> {
                        return Optional.empty();
                    }
                    default -> {}
                }
                if (!xml.hasNext()) {
                    return Optional.of(text.finished());
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
