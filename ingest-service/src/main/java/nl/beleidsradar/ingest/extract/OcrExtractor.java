package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures of pages with Tesseract, out of a process of its own: a page of a hundred square
 * metres or a picture that never ends costs that process only, and nobody waits for it.
 */
public final class OcrExtractor implements PageReader, AutoCloseable {

    private final Path store;
    private final HandlerConfig handler;
    private final @Nullable Tesseract tesseract;
    private final @Nullable PipesParser parser;

    /**
     * @param store folder that holds every file to be read
     */
    public OcrExtractor(OcrSettings settings, ExtractSettings limits, Path store, Path workFolder)
            throws IOException {
        this.store = store.toAbsolutePath().normalize();
        this.handler =
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.XML,
                        HandlerConfig.PARSE_MODE.RMETA,
                        Math.toIntExact(limits.maxText().toBytes()),
                        0,
                        true);
        Optional<Tesseract> found = Tesseract.find(settings, workFolder);
        this.tesseract = found.orElse(null);
        this.parser =
                found.isEmpty()
                        ? null
                        : parser(OcrForkSettings.write(settings, found.get(), store, workFolder));
    }

    private static PipesParser parser(Path config) throws IOException {
        try {
            return new PipesParser(PipesConfig.load(config));
        } catch (TikaConfigException e) {
            throw new IllegalStateException("settings of reading pictures", e);
        }
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
        if (parser == null) {
            return new Extracted.Empty("no program to read pictures with");
        }
        String key = store.relativize(original.file().toAbsolutePath().normalize()).toString();
        ParseContext context = new ParseContext();
        context.set(HandlerConfig.class, handler);
        if (need == OcrNeed.WHOLE) {
            PDFParserConfig whole = new PDFParserConfig();
            whole.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.OCR_ONLY);
            context.set(PDFParserConfig.class, whole);
        }
        FetchEmitTuple task =
                new FetchEmitTuple(
                        UUID.randomUUID().toString(),
                        new FetchKey(OcrForkSettings.FETCHER, key),
                        EmitKey.NO_EMIT,
                        new Metadata(),
                        context,
                        FetchEmitTuple.ON_PARSE_EXCEPTION.EMIT);
        try {
            return outcome(parser.parse(task));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtractionInterrupted(e);
        } catch (IOException | PipesException e) {
            return new Extracted.Corrupt("reading its pictures broke off: " + e.getMessage());
        }
    }

    private Extracted outcome(PipesResult result) {
        return switch (result.getStatus()) {
            case PARSE_SUCCESS,
                    PARSE_SUCCESS_WITH_EXCEPTION,
                    PARSE_EXCEPTION_EMIT,
                    EMIT_SUCCESS,
                    EMIT_SUCCESS_PARSE_EXCEPTION ->
                    text(result.getEmitData().getMetadataList().getFirst());
            case TIMEOUT -> new Extracted.TimedOut();
            case OOM -> new Extracted.OutOfMemory();
            case EMPTY_OUTPUT -> new Extracted.Empty("its pictures gave no text");
            case INTERRUPTED_EXCEPTION -> throw new ExtractionInterrupted(null);
            case PARSE_EXCEPTION_NO_EMIT,
                    UNSPECIFIED_CRASH,
                    FETCH_EXCEPTION,
                    FETCHER_INITIALIZATION_EXCEPTION,
                    NO_FETCHER_FOUND,
                    NO_EMITTER_FOUND,
                    EMIT_EXCEPTION,
                    CLIENT_UNAVAILABLE_WITHIN_MS,
                    INTERMEDIATE_RESULT ->
                    new Extracted.Corrupt("reading its pictures ended as " + result.getStatus());
        };
    }

    private Extracted text(Metadata main) {
        if ("true".equals(main.get(TikaCoreProperties.WRITE_LIMIT_REACHED))) {
            return new Extracted.TooLarge("its text exceeds the limit");
        }
        String exception = main.get(TikaCoreProperties.CONTAINER_EXCEPTION);
        if (exception != null) {
            String first = exception.lines().findFirst().orElse("");
            return new Extracted.Corrupt(first.substring(0, Math.min(first.length(), 200)));
        }
        String content = main.get(TikaCoreProperties.TIKA_CONTENT);
        try {
            XhtmlText read = XhtmlText.read(content == null ? "<html/>" : content);
            String type = main.get(Metadata.CONTENT_TYPE);
            return read.text().isBlank()
                    ? new Extracted.Empty("its pictures gave no text")
                    : new Extracted.Text(
                            read.text(),
                            read.pages(),
                            main.get(TikaCoreProperties.TITLE),
                            type == null ? "application/pdf" : type.split(";", 2)[0].strip(),
                            name(),
                            List.of(),
                            Map.of());
        } catch (XMLStreamException e) {
            return new Extracted.Corrupt("the parser's output is not well-formed");
        }
    }

    @Override
    public void close() throws IOException {
        if (parser != null) {
            parser.close();
        }
    }
}
