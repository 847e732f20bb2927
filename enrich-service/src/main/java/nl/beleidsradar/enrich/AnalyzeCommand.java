package nl.beleidsradar.enrich;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import nl.beleidsradar.enrich.reference.CitingDocument;
import nl.beleidsradar.service.ThemeFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * {@code analyze}: reads documents as JSON lines and writes what is found in each, in the same
 * order. A line that cannot be used is named on the error stream and the rest goes on.
 */
final class AnalyzeCommand {

    static final String NAME = "analyze";

    /** Longest input line, in bytes. */
    private static final int MAX_LINE = 64 * 1024 * 1024;

    private static final String THEMES_PROPERTY = "beleidsradar.enrich.themes-location";
    private static final String THEMES_VARIABLE = "BELEIDSRADAR_THEMES";

    private final Enricher enricher;
    private final int maxLine;
    private final AnalyzeJson json;

    AnalyzeCommand(Enricher enricher, int maxLine) {
        this.enricher = enricher;
        this.maxLine = maxLine;
        this.json = new AnalyzeJson(maxLine);
    }

    /** With the packaged themes, or those of the setting the service would use. */
    static AnalyzeCommand standard() {
        @Nullable String variable = System.getenv(THEMES_VARIABLE);
        String location =
                System.getProperty(
                        THEMES_PROPERTY, variable == null ? ThemeFiles.PACKAGED : variable);
        EvidenceLimit none = new EvidenceLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);
        Rules rules = Rules.load(location);
        return new AnalyzeCommand(new Enricher(() -> rules, none), MAX_LINE);
    }

    /**
     * Answers every line.
     *
     * @return the exit code: 0, or 1 if a line could not be used
     */
    int run(InputStream in, OutputStream out, PrintStream err) {
        InputLines lines = new InputLines(new BufferedInputStream(in, 1 << 16), maxLine);
        int exitCode = 0;
        try (OutputStream results = new BufferedOutputStream(out, 1 << 16)) {
            while (lines.next()) {
                if (!lines.isBlank() && !answered(lines, results, err)) {
                    exitCode = 1;
                }
                if (in.available() == 0) {
                    // Whoever asks line by line waits for the answer before the next.
                    results.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading or writing the standard streams", e);
        }
        return exitCode;
    }

    private boolean answered(InputLines lines, OutputStream results, PrintStream err)
            throws IOException {
        try {
            results.write(answer(lines.bytes()));
            results.write('\n');
            return true;
        } catch (IllegalArgumentException | JacksonException e) {
            err.println("line " + lines.number() + ": " + firstLine(e));
            return false;
        }
    }

    private byte[] answer(byte[] line) {
        AnalyzeInput input = json.read(line, "id");
        if (input.id() == null) {
            throw new IllegalArgumentException("id is missing");
        }
        CitingDocument document = input.document();
        return json.write(input.id(), enricher.findings(document));
    }

    private static String firstLine(Exception e) {
        String message = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("cannot be used");
    }
}
