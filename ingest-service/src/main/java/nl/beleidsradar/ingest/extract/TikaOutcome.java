package nl.beleidsradar.ingest.extract;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import nl.beleidsradar.ingest.extract.fork.Unpacking;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the extraction process says of a file, in our words. The text of a file that only holds
 * others, such as an archive, is the list of their names.
 */
final class TikaOutcome {

    private static final String PARSER = Tika.getString().toLowerCase(Locale.ROOT);
    private static final String LIMITED = "embedded-limit";
    private static final Pattern ARCHIVE =
            Pattern.compile(
                    "application/(zip|java-archive|gzip|zlib|zstd|deflate64|mbox"
                            + "|x-(tar|gtar|7z-compressed|rar.*|archive|unix-archive|cpio|arj"
                            + "|tika-unix-dump|g?zip.*|bzip.*|xz|lzma|compress|snappy.*|lz4.*"
                            + "|brotli|java-pack200))");
    private static final Pattern FILE = Pattern.compile("[0-9]{1,9}");

    private final Metadata main;
    private final String mediaType;
    private final Unpacked unpacked;
    private final Set<String> limits = new LinkedHashSet<>();

    private TikaOutcome(Metadata main, Path folder) {
        this.main = main;
        String type = main.get(Metadata.CONTENT_TYPE);
        this.mediaType = type == null ? "application/octet-stream" : type.split(";", 2)[0].strip();
        this.unpacked = unpacked(main, folder);
    }

    /**
     * @param folder where the process put what was embedded in the file
     */
    static Extracted of(Metadata main, Path folder) {
        return new TikaOutcome(main, folder).read();
    }

    private Extracted read() {
        String exception = main.get(TikaCoreProperties.CONTAINER_EXCEPTION);
        boolean archive = ARCHIVE.matcher(mediaType).matches();
        if (exception != null) {
            Extracted failure = ForkFailure.of(exception, mediaType);
            if (!archive || unpacked.documents().isEmpty()) {
                return failure;
            }
            // An archive that breaks off still holds what came before.
            limits.add(limit(failure));
        }
        noteWhatWasLeftOut();
        if (archive && unpacked.documents().isEmpty() && !limits.isEmpty()) {
            return nothingGiven();
        }
        try {
            XhtmlText own =
                    exception == null ? XhtmlText.read(content()) : XhtmlText.read("<html/>");
            boolean wordless = own.text().isBlank();
            String text = archive || wordless ? withNames(own.text()) : own.text();
            if (text.isBlank()) {
                return limits.isEmpty() ? noText() : nothingGiven();
            }
            return new Extracted.Text(
                    text,
                    wordless ? List.of() : own.pages(),
                    firstOf(main.get(TikaCoreProperties.TITLE), own.heading()),
                    mediaType,
                    PARSER,
                    List.copyOf(limits),
                    Map.of(),
                    unpacked);
        } catch (XMLStreamException e) {
            return new Extracted.Corrupt("the parser's output is not well-formed");
        }
    }

    private void noteWhatWasLeftOut() {
        if (main.get(Unpacking.LIMITED) != null) {
            limits.add(LIMITED);
        }
        for (String left : main.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM)) {
            limits.add(limit(ForkFailure.of(left, mediaType)));
        }
    }

    private Extracted nothingGiven() {
        return limits.contains(LIMITED)
                ? new Extracted.EmbeddedLimit()
                : limits.contains("encrypted")
                        ? new Extracted.Encrypted()
                        : new Extracted.Corrupt("nothing in it can be read");
    }

    private String withNames(String own) {
        return Stream.concat(
                        own.isBlank() ? Stream.of() : Stream.of(own),
                        unpacked.documents().stream().map(Unpacked.Embedded::name))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private Extracted noText() {
        List<String> parsers =
                new ArrayList<>(List.of(main.getValues(TikaCoreProperties.TIKA_PARSED_BY)));
        boolean unread =
                mediaType.equals("application/octet-stream")
                        || parsers.stream().allMatch(p -> p.endsWith("EmptyParser"));
        return unread
                ? new Extracted.Unsupported(mediaType)
                : new Extracted.Empty("no text in a file of type " + mediaType);
    }

    private static String limit(Extracted failure) {
        return switch (failure) {
            case Extracted.Encrypted() -> "encrypted";
            case Extracted.TooLarge ignored -> LIMITED;
            case Extracted.EmbeddedLimit() -> LIMITED;
            case Extracted.OutOfMemory() -> LIMITED;
            case Extracted.TimedOut() -> LIMITED;
            case Extracted.Corrupt ignored -> "corrupt";
            case Extracted.Unsupported ignored -> "corrupt";
            case Extracted.Empty ignored -> "corrupt";
            case Extracted.Text ignored -> "corrupt";
        };
    }

    /** The process read hostile bytes: its word on where files lie is not taken. */
    private static Unpacked unpacked(Metadata main, Path folder) {
        List<Unpacked.Embedded> documents = new ArrayList<>();
        for (String line : main.getValues(Unpacking.DOCUMENT)) {
            String[] parts = line.split("\t", 2);
            Path file = folder.resolve(FILE.matcher(parts[0]).matches() ? parts[0] : "none");
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                String name = parts.length < 2 || parts[1].isBlank() ? "" : parts[1];
                documents.add(
                        new Unpacked.Embedded(file, name.isEmpty() ? "bijlage " + parts[0] : name));
            }
        }
        return new Unpacked(folder, documents);
    }

    private String content() {
        String content = main.get(TikaCoreProperties.TIKA_CONTENT);
        return content == null || content.isBlank() ? "<html/>" : content;
    }

    private static @Nullable String firstOf(@Nullable String a, @Nullable String b) {
        return a == null || a.isBlank() ? b : a;
    }
}
