package nl.beleidsradar.ingest.extract.fork;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Tika's reader of HTML, without what surrounds the article on a page of a site. */
public final class ArticleHtmlParser extends JSoupParser {

    private static final long serialVersionUID = 1;

    /** Larger ones are publications as a whole, not pages of a site; they are read as they are. */
    private static final int LARGEST = 8 * 1024 * 1024;

    /** As Tika makes it. */
    public ArticleHtmlParser(EncodingDetector detector) {
        super(detector);
    }

    @Override
    public void parse(
            InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        byte[] bytes = in.readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            super.parse(
                    TikaInputStream.get(
                            new SequenceInputStream(new ByteArrayInputStream(bytes), in)),
                    handler,
                    metadata,
                    context);
            return;
        }
        byte[] article = article(bytes, metadata, context);
        try (TikaInputStream read = TikaInputStream.get(article)) {
            super.parse(read, handler, metadata, context);
        }
    }

    private byte[] article(byte[] bytes, Metadata metadata, ParseContext context)
            throws IOException, TikaException {
        String html;
        try (AutoDetectReader reader =
                new AutoDetectReader(
                        new ByteArrayInputStream(bytes), metadata, getEncodingDetector(context))) {
            html = reader.lines().collect(Collectors.joining("\n"));
        }
        if (!Surroundings.mayBeIn(html)) {
            return bytes;
        }
        Document page = Jsoup.parse(html);
        if (!Surroundings.tidied(page)) {
            return bytes;
        }
        page.select("meta[http-equiv=Content-Type]").remove();
        page.charset(StandardCharsets.UTF_8);
        page.outputSettings().prettyPrint(false);
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }
}
