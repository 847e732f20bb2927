package nl.beleidsradar.ingest.extract;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The text inside an extractor's XHTML with the line breaks it put there, and where its pages
 * begin.
 *
 * @param pages start offsets, UTF-16 units
 * @param heading the first heading
 */
record XhtmlText(String text, List<Integer> pages, @Nullable String heading) {

    private static final XMLInputFactory FACTORY = factory();

    /**
     * @throws XMLStreamException if it is not well-formed
     */
    static XhtmlText read(String xhtml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        StringBuilder heading = new StringBuilder();
        List<Integer> pages = new ArrayList<>();
        boolean inBody = false;
        int inHeading = 0;
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(xhtml));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    inBody |= name.equals("body");
                    if (name.equals("div") && "page".equals(xml.getAttributeValue(null, "class"))) {
                        pages.add(text.length());
                    }
                    if (isHeading(name) && (heading.isEmpty() || inHeading > 0)) {
                        inHeading++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isHeading(xml.getLocalName()) && inHeading > 0) {
                        inHeading--;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inBody) {
                        String chars = xml.getText();
                        text.append(text.isEmpty() ? chars.stripLeading() : chars);
                        if (inHeading > 0) {
                            heading.append(chars);
                        }
                    }
                }
                default -> {}
            }
        }
        String whole = text.toString().stripTrailing();
        // Empty last pages begin where the text ends.
        List<Integer> within = pages.stream().map(p -> Math.min(p, whole.length())).toList();
        return new XhtmlText(whole, within, heading.isEmpty() ? null : heading.toString());
    }

    private static boolean isHeading(String name) {
        return name.equals("h1") || name.equals("h2");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
