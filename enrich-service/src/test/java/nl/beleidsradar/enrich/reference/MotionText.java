package nl.beleidsradar.enrich.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of an official publication in XML: a line for each block, its metadata left out. */
final class MotionText {

    private static final Set<String> INLINE =
            Set.of(
                    "extref",
                    "intref",
                    "dossierref",
                    "ondernummer",
                    "datum",
                    "nadruk",
                    "dossiernr",
                    "begrotingshoofdstuk",
                    "raadnr",
                    "rijkswetnr",
                    "sup",
                    "inf");

    private MotionText() {}

    static String of(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        StringBuilder text = new StringBuilder();
        boolean metadata = false;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                boolean tag =
                        event == XMLStreamConstants.START_ELEMENT
                                || event == XMLStreamConstants.END_ELEMENT;
                if (tag && xml.getLocalName().equals("metadata")) {
                    metadata = event == XMLStreamConstants.START_ELEMENT;
                }
                if (tag && !INLINE.contains(xml.getLocalName())) {
                    text.append('\n');
                }
                if (event == XMLStreamConstants.CHARACTERS && !metadata) {
                    text.append(xml.getText().replaceAll("[ \t\r\n]+", " "));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file.toString(), e);
        }
        return text.toString().replaceAll(" *\n[ \n]*", "\n").strip();
    }
}
