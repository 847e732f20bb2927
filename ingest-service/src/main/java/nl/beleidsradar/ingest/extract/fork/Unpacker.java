package nl.beleidsradar.ingest.extract.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.extractor.DefaultEmbeddedStreamTranslator;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.EmbeddedStreamTranslator;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Writes the documents embedded in a file into a folder, without reading them. What goes beyond the
 * limits is left out, which the container's metadata then says.
 */
final class Unpacker implements EmbeddedDocumentExtractor {

    private static final int LONGEST_NAME = 500;
    private static final int TOO_LARGE = 10;
    private static final int BUFFER = 64 * 1024;

    /** Made at the first embedded document: most files have none. */
    private static final class Made {
        static final Detector DETECTOR = new DefaultDetector();
        static final EmbeddedStreamTranslator TRANSLATOR = new DefaultEmbeddedStreamTranslator();
    }

    private final Unpacking allowed;
    private final Metadata container;
    private final ParsingEmbeddedDocumentExtractor reader;
    private int documents;
    private int tooLarge;
    private long bytes;

    Unpacker(Unpacking allowed, Metadata container, ParseContext context) {
        this.allowed = allowed;
        this.container = container;
        this.reader = new ParsingEmbeddedDocumentExtractor(context);
        this.reader.setWriteFileNameToContent(false);
    }

    @Override
    public boolean shouldParseEmbedded(Metadata part) {
        return switch (role(part, part.get(Metadata.CONTENT_TYPE))) {
            case OWN_TEXT -> true;
            case FURNISHING -> false;
            case DOCUMENT -> {
                if (isFull()) {
                    leaveOut();
                    yield false;
                }
                yield true;
            }
        };
    }

    @Override
    public void parseEmbedded(
            InputStream in, ContentHandler handler, Metadata part, boolean outputHtml)
            throws SAXException, IOException {
        switch (role(part, part.get(Metadata.CONTENT_TYPE))) {
            case OWN_TEXT -> reader.parseEmbedded(in, handler, part, false);
            case FURNISHING -> {}
            case DOCUMENT -> unpack(in, part);
        }
    }

    private void unpack(InputStream in, Metadata part) throws IOException {
        if (isFull()) {
            leaveOut();
            return;
        }
        Path folder = Files.createDirectories(Path.of(allowed.folder()));
        Path file = folder.resolve(Integer.toString(documents + 1));
        long size =
                Made.TRANSLATOR.shouldTranslate(in, part)
                        ? translated(in, part, file)
                        : copied(in, file);
        if (size < 0) {
            Files.delete(file);
            tooLarge++;
            leaveOut();
            return;
        }
        if (role(part, detected(file, part)) == EmbeddedRole.FURNISHING) {
            Files.delete(file);
            return;
        }
        documents++;
        bytes += size;
        container.add(Unpacking.DOCUMENT, file.getFileName() + "\t" + name(part));
    }

    private long translated(InputStream in, Metadata part, Path file) throws IOException {
        try (InputStream own = Made.TRANSLATOR.translate(in, part)) {
            return copied(own, file);
        }
    }

    /** Gives the size, or -1 where it is more than is left. */
    private long copied(InputStream in, Path file) throws IOException {
        long left = allowed.bytes() - bytes;
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > left) {
                    return -1;
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private static @Nullable String detected(Path file, Metadata part) throws IOException {
        Metadata known = new Metadata();
        known.set(
                TikaCoreProperties.RESOURCE_NAME_KEY,
                part.get(TikaCoreProperties.RESOURCE_NAME_KEY));
        try (TikaInputStream in = TikaInputStream.get(file, known)) {
            return Made.DETECTOR.detect(in, known).toString();
        }
    }

    private EmbeddedRole role(Metadata part, @Nullable String type) {
        return EmbeddedRole.of(
                part, type, Objects.requireNonNullElse(container.get(Metadata.CONTENT_TYPE), ""));
    }

    /** Each document too large is read up to where that shows: not for ever more of them. */
    private boolean isFull() {
        return documents >= allowed.documents() || tooLarge >= TOO_LARGE;
    }

    private void leaveOut() {
        container.set(Unpacking.LIMITED, "true");
    }

    private static String name(Metadata part) {
        String name = part.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String clean = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
