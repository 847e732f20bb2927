package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.enrich.archive.ArchiveSweep;
import nl.beleidsradar.enrich.archive.ArchiveUnavailable;
import nl.beleidsradar.enrich.theme.ThemeCheck;
import nl.beleidsradar.enrich.theme.ThemeFileException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/themes/check} and {@code /api/themes/preview}: whether a theme file (YAML, or
 * the same as JSON) can be used, and what it would do to the archive. Nothing is kept.
 */
@RestController
@RequestMapping(path = "/api/themes", produces = MediaType.APPLICATION_JSON_VALUE)
class ThemeController {

    /** What messages call the file that was sent. */
    private static final String NAME = "theme.yaml";

    private final RulesInForce rules;
    private final ArchiveSweep archive;
    private final DocumentTexts texts;
    private final EnrichSettings settings;

    /** Each reads the whole archive: one at a time. */
    private final Semaphore previews = new Semaphore(1);

    ThemeController(
            RulesInForce rules,
            ArchiveSweep archive,
            DocumentTexts texts,
            EnrichSettings settings) {
        this.rules = rules;
        this.archive = archive;
        this.texts = texts;
        this.settings = settings;
    }

    /**
     * @param content the file as YAML, also where it was sent as JSON
     */
    record Checked(String id, int version, Map<String, String> labels, String content) {}

    @PostMapping("/check")
    Checked check(
            InputStream body,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType)
            throws IOException {
        ThemeSource file = checked(body, contentType);
        return new Checked(
                file.theme().id(), file.theme().version(), file.theme().labels(), file.content());
    }

    @PostMapping("/preview")
    ThemePreview.Effect preview(
            InputStream body,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType)
            throws IOException {
        ThemeSource file = checked(body, contentType);
        if (!previews.tryAcquire()) {
            throw problem(HttpStatus.TOO_MANY_REQUESTS, "another preview is running");
        }
        try {
            var preview = new ThemePreview(file.theme().id(), rules.get(), rules.with(file));
            return preview.effect(
                    archive.newestFirst(
                            settings.previewTime(),
                            document -> preview.add(document, texts.of(document))));
        } catch (ArchiveUnavailable e) {
            throw problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        } finally {
            previews.release();
        }
    }

    private ThemeSource checked(InputStream body, String contentType) throws IOException {
        String sent = LimitedBody.text(body, ThemeChanged.MAX_CONTENT);
        String content = contentType.contains("json") ? ThemeSource.yaml(NAME, sent) : sent;
        return new ThemeSource(NAME, content, ThemeCheck.check(NAME, content, rules.themes()));
    }

    /** All that is wrong with a theme file, line by line. */
    @ExceptionHandler
    ProblemDetail unusable(ThemeFileException e) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, String.join("; ", e.problems()));
        problem.setProperty("problems", List.copyOf(e.problems()));
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
