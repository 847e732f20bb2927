package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.Tika;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.AbstractRecursiveParserWrapperHandler;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads any format that Apache Tika knows, in processes of their own with a limit on memory and
 * time: a file that hangs, crashes or fills the memory costs its own process only. The text of
 * attachments and embedded files follows the document's own.
 */
public final class TikaTextExtractor implements TextExtractor, AutoCloseable {

    private static final String PARSER = Tika.getString().toLowerCase(Locale.ROOT);

    private final PipesParser parser;
    private final Path store;
    private final HandlerConfig handler;

    /**
     * @param store folder that holds every file to be read
     * @param workFolder for the processes' class path and configuration
     */
    public TikaTextExtractor(ExtractSettings settings, Path store, Path workFolder)
            throws IOException {
        this.store = store.toAbsolutePath().normalize();
        this.handler =
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.XML,
                        HandlerConfig.PARSE_MODE.RMETA,
                        Math.toIntExact(settings.maxText().toBytes()),
                        settings.maxAttachments(),
                        true);
        try {
            this.parser =
                    new PipesParser(
                            PipesConfig.load(ForkSettings.write(settings, this.store, workFolder)));
        } catch (TikaConfigException e) {
            throw new IllegalStateException("extraction settings", e);
        }
    }

    @Override
    public Extracted extract(Original original) {
        String key = store.relativize(original.file().toAbsolutePath().normalize()).toString();
        ParseContext context = new ParseContext();
        context.set(HandlerConfig.class, handler);
        FetchEmitTuple task =
                new FetchEmitTuple(
                        UUID.randomUUID().toString(),
                        new FetchKey(ForkSettings.FETCHER, key),
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
            return new Extracted.Corrupt("the extraction process broke off: " + e.getMessage());
        }
    }

    private static Extracted outcome(PipesResult result) {
        return switch (result.getStatus()) {
            case PARSE_SUCCESS,
                    PARSE_SUCCESS_WITH_EXCEPTION,
                    PARSE_EXCEPTION_EMIT,
                    EMIT_SUCCESS,
                    EMIT_SUCCESS_PARSE_EXCEPTION ->
                    read(result.getEmitData().getMetadataList());
            case TIMEOUT -> new Extracted.TimedOut();
            case OOM -> new Extracted.OutOfMemory();
            case EMPTY_OUTPUT -> new Extracted.Empty("the parser gave nothing");
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
                    new Extracted.Corrupt("extraction ended as " + result.getStatus());
        };
    }

    private static Extracted read(List<Metadata> parts) {
        Metadata main = parts.getFirst();
        String mediaType = mediaType(main);
        if (parts.stream()
                .anyMatch(p -> "true".equals(p.get(TikaCoreProperties.WRITE_LIMIT_REACHED)))) {
            return new Extracted.TooLarge("its text exceeds the limit");
        }
        String exception = main.get(TikaCoreProperties.CONTAINER_EXCEPTION);
        if (exception != null) {
            return failure(exception);
        }
        try {
            XhtmlText own = XhtmlText.read(content(main));
            StringBuilder text = new StringBuilder(own.text());
            Set<String> limits = new LinkedHashSet<>();
            for (Metadata part : parts.subList(1, parts.size())) {
                append(text, part, limits);
            }
            if ("true"
                    .equals(
                            main.get(
                                    AbstractRecursiveParserWrapperHandler
                                            .EMBEDDED_RESOURCE_LIMIT_REACHED))) {
                limits.add("embedded-limit");
            }
            if (text.toString().isBlank()) {
                return noText(main, mediaType);
            }
            return new Extracted.Text(
                    text.toString(),
                    own.pages(),
                    firstOf(main.get(TikaCoreProperties.TITLE), own.heading()),
                    mediaType,
                    PARSER,
                    List.copyOf(limits),
                    Map.of());
        } catch (XMLStreamException e) {
            return new Extracted.Corrupt("the parser's output is not well-formed");
        }
    }

    private static void append(StringBuilder text, Metadata part, Set<String> limits)
            throws XMLStreamException {
        String exception = part.get(TikaCoreProperties.EMBEDDED_EXCEPTION);
        if (exception != null) {
            limits.add(exception.contains("Encrypted") ? "encrypted" : "corrupt");
        }
        String attached = XhtmlText.read(content(part)).text();
        if (!attached.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(attached);
        }
    }

    private static Extracted noText(Metadata main, String mediaType) {
        List<String> parsers =
                new ArrayList<>(List.of(main.getValues(TikaCoreProperties.TIKA_PARSED_BY)));
        boolean unread =
                mediaType.equals("application/octet-stream")
                        || parsers.stream().allMatch(p -> p.endsWith("EmptyParser"));
        return unread
                ? new Extracted.Unsupported(mediaType)
                : new Extracted.Empty("no text in a file of type " + mediaType);
    }

    /** The exception's class is all that tells these apart: it comes as a printed stack trace. */
    private static Extracted failure(String exception) {
        String first = exception.lines().findFirst().orElse("");
        if (exception.contains("EncryptedDocumentException")
                || exception.contains("InvalidPasswordException")) {
            return new Extracted.Encrypted();
        }
        if (exception.contains("ZeroByteFileException")) {
            return new Extracted.Empty("no bytes to read");
        }
        if (exception.contains("zip bomb") || exception.contains("Zip bomb")) {
            return new Extracted.TooLarge("grows without measure when unpacked");
        }
        if (exception.contains("OutOfMemoryError")) {
            return new Extracted.OutOfMemory();
        }
        return new Extracted.Corrupt(first.substring(0, Math.min(first.length(), 200)));
    }

    private static String content(Metadata part) {
        String content = part.get(TikaCoreProperties.TIKA_CONTENT);
        return content == null || content.isBlank() ? "<html/>" : content;
    }

    private static String mediaType(Metadata main) {
        String type = main.get(Metadata.CONTENT_TYPE);
        return type == null ? "application/octet-stream" : type.split(";", 2)[0].strip();
    }

    private static @Nullable String firstOf(@Nullable String a, @Nullable String b) {
        return a == null || a.isBlank() ? b : a;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
