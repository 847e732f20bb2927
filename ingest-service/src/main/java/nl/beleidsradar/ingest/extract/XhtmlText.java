package nl.beleidsradar.ingest.extract;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The text inside an extractor's XHTML with the line breaks it put there, and where its pages
 * begin.
 *
 * @param pages start offset of each page, UTF-16 units
 * @param heading the first heading
 */
record XhtmlText(String text, List<Integer> pages, @Nullable String heading) {

    /** Elements whose text is apart from what stands before, whatever the extractor put there. */
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "div",
                    "table",
                    "tr",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre");

    private static final XMLInputFactory FACTORY = factory();

    /**
     * @throws XMLStreamException if it is not well-formed
     */
    static XhtmlText read(String xhtml) throws XMLStreamException {
        return read(xhtml, false);
    }

    /** As far as it is well-formed. */
    static XhtmlText readBrokenOff(String xhtml) throws XMLStreamException {
        return read(xhtml, true);
    }

    private static XhtmlText read(String xhtml, boolean brokenOff) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        StringBuilder heading = new StringBuilder();
        List<Integer> pages = new ArrayList<>();
        boolean inBody = false;
        int inHeading = 0;
        int opened = 0;
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(xhtml));
        for (int event = xml.getEventType();
                event != XMLStreamConstants.END_DOCUMENT;
                event = next(xml, brokenOff)) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    inBody |= name.equals("body");
                    if (BLOCKS.contains(name) && !text.isEmpty() && !endsBlank(text)) {
                        text.append('\n');
                    }
                    if (name.equals("div") && "page".equals(xml.getAttributeValue(null, "class"))) {
                        opened++;
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
                        if (!chars.isBlank()) {
                            // A page begins at its first letter; one without letters, with it.
                            int indent = chars.length() - chars.stripLeading().length();
                            int start = text.length() - chars.length() + indent;
                            for (; opened > 0; opened--) {
                                pages.add(Math.max(start, 0));
                            }
                        }
                        if (inHeading > 0) {
                            heading.append(chars);
                        }
                    }
                }
                default -> {}
            }
        }
        String whole = text.toString().stripTrailing();
        for (; opened > 0; opened--) {
            pages.add(whole.length());
        }
        return new XhtmlText(
                whole, List.copyOf(pages), heading.isEmpty() ? null : heading.toString());
    }

    /** The end of the document also where it breaks off, if that may be. */
    private static int next(XMLStreamReader xml, boolean brokenOff) throws XMLStreamException {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            if (brokenOff) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            throw e;
        }
    }

    private static boolean endsBlank(StringBuilder text) {
        return Character.isWhitespace(text.charAt(text.length() - 1));
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
