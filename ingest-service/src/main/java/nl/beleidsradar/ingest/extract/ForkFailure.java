package nl.beleidsradar.ingest.extract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.pipes.PipesResult;

/** Why an extraction process gave no text, in our words. */
final class ForkFailure {

    private static final int LONGEST_DETAIL = 200;
    private static final String CAUSE = "Caused by: ";
    private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    /** Its script has the program stopped after the time for one page. */
    private static final String STOPPED = "TesseractOCRParser bad exit value 124";

    private ForkFailure() {}

    /**
     * How a process ended with a file; empty where it gave something to read.
     *
     * @throws ExtractorUnavailable where no process had the file
     */
    static Optional<Extracted> of(PipesResult.STATUS status) {
        return switch (status) {
            case PARSE_SUCCESS,
                    PARSE_SUCCESS_WITH_EXCEPTION,
                    PARSE_EXCEPTION_EMIT,
                    EMIT_SUCCESS,
                    EMIT_SUCCESS_PARSE_EXCEPTION ->
                    Optional.empty();
            case TIMEOUT -> Optional.of(new Extracted.TimedOut());
            case OOM -> Optional.of(new Extracted.OutOfMemory());
            case EMPTY_OUTPUT -> Optional.of(new Extracted.Empty("the parser gave nothing"));
            case INTERRUPTED_EXCEPTION -> throw new ExtractionInterrupted(null);
            case CLIENT_UNAVAILABLE_WITHIN_MS ->
                    throw new ExtractorUnavailable("every extraction process stays busy", null);
            case PARSE_EXCEPTION_NO_EMIT,
                    UNSPECIFIED_CRASH,
                    FETCH_EXCEPTION,
                    FETCHER_INITIALIZATION_EXCEPTION,
                    NO_FETCHER_FOUND,
                    NO_EMITTER_FOUND,
                    EMIT_EXCEPTION,
                    INTERMEDIATE_RESULT ->
                    Optional.of(new Extracted.Corrupt("extraction ended as " + status));
        };
    }

    /** The exception's class is all that tells these apart: it comes as a printed stack trace. */
    static Extracted of(String exception, String mediaType) {
        if (exception.contains("WriteLimitReached")) {
            return new Extracted.TooLarge("its text exceeds the limit");
        }
        if (exception.contains("EncryptedDocumentException")
                || exception.contains("InvalidPasswordException")
                || exception.contains("Unsupported feature encryption")) {
            return new Extracted.Encrypted();
        }
        if (exception.contains("UnsupportedFormatException")) {
            return new Extracted.Unsupported(mediaType);
        }
        if (exception.contains("ZeroByteFileException")) {
            return new Extracted.Empty("no bytes to read");
        }
        if (exception.contains("zip bomb") || exception.contains("Zip bomb")) {
            return new Extracted.TooLarge("grows without measure when unpacked");
        }
        if (exception.contains("TesseractOCRParser timeout") || exception.contains(STOPPED)) {
            return new Extracted.TimedOut();
        }
        if (exception.contains("OutOfMemoryError")) {
            return new Extracted.OutOfMemory();
        }
        return new Extracted.Corrupt(detail(exception));
    }

    /** The innermost cause says most, and the package of its class nothing. */
    private static String detail(String exception) {
        String innermost =
                exception
                        .lines()
                        .filter(line -> line.startsWith(CAUSE))
                        .reduce((outer, inner) -> inner)
                        .map(line -> line.substring(CAUSE.length()))
                        .or(() -> exception.lines().findFirst())
                        .orElse("");
        String plain = PACKAGE.matcher(innermost).replaceFirst("");
        return plain.substring(0, Math.min(plain.length(), LONGEST_DETAIL));
    }
}
