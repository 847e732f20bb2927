package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures of pages with Tesseract, out of a process of its own: a page of a hundred square
 * metres or a picture that never ends costs that process only, and nobody waits for it.
 */
public final class OcrExtractor implements PageReader, AutoCloseable {

    private final HandlerConfig handler;
    private final Duration timeout;
    private final @Nullable Tesseract tesseract;
    private final @Nullable ForkProcesses processes;

    /**
     * @param store folder that holds every file to be read
     */
    public OcrExtractor(OcrSettings settings, ExtractSettings limits, Path store, Path workFolder)
            throws IOException {
        this.timeout = settings.timeout();
        this.handler =
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.XML,
                        HandlerConfig.PARSE_MODE.RMETA,
                        Math.toIntExact(limits.maxText().toBytes()),
                        0,
                        true);
        Optional<Tesseract> found = Tesseract.find(settings, workFolder);
        this.tesseract = found.orElse(null);
        this.processes =
                found.isEmpty()
                        ? null
                        : new ForkProcesses(
                                OcrForkSettings.write(settings, found.get(), store, workFolder),
                                store);
    }

    @Override
    public boolean isAvailable() {
        return tesseract != null;
    }

    @Override
    public String name() {
        return tesseract == null ? "none" : tesseract.version();
    }

    @Override
    public Extracted read(Original original, OcrNeed need) {
        if (processes == null || tesseract == null) {
            return new Extracted.Empty("no program to read pictures with");
        }
        ParseContext context = new ParseContext();
        context.set(HandlerConfig.class, handler);
        if (need == OcrNeed.WHOLE) {
            PDFParserConfig whole = new PDFParserConfig();
            whole.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.OCR_ONLY);
            context.set(PDFParserConfig.class, whole);
        }
        Extracted outcome = processes.read(original.file(), context, this::text);
        if (!(outcome instanceof Extracted.Text)) {
            // One that was killed leaves the picture it made last.
            ForkFolders.tidy(OcrForkSettings.temporary(tesseract), timeout);
        }
        return outcome;
    }

    private Extracted text(Metadata main) {
        if ("true".equals(main.get(TikaCoreProperties.WRITE_LIMIT_REACHED))) {
            return new Extracted.TooLarge("its text exceeds the limit");
        }
        String stated = main.get(Metadata.CONTENT_TYPE);
        String type = stated == null ? "application/pdf" : stated.split(";", 2)[0].strip();
        String exception = main.get(TikaCoreProperties.CONTAINER_EXCEPTION);
        String content = main.get(TikaCoreProperties.TIKA_CONTENT);
        String xhtml = content == null || content.isBlank() ? "<html/>" : content;
        try {
            // A page that takes too long ends the reading of its document with an exception.
            XhtmlText read =
                    exception == null ? XhtmlText.read(xhtml) : XhtmlText.readBrokenOff(xhtml);
            if (read.text().isBlank()) {
                return exception == null
                        ? new Extracted.Empty("its pictures gave no text")
                        : ForkFailure.of(exception, type);
            }
            return new Extracted.Text(
                    read.text(),
                    read.pages(),
                    main.get(TikaCoreProperties.TITLE),
                    type,
                    name(),
                    exception == null ? List.of() : List.of(BROKE_OFF),
                    Map.of());
        } catch (XMLStreamException e) {
            return new Extracted.Corrupt("the parser's output is not well-formed");
        }
    }

    @Override
    public void close() throws IOException {
        if (processes != null) {
            processes.close();
        }
    }
}
