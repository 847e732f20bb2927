package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.search.theme.Submission;
import nl.beleidsradar.search.theme.Theme;
import nl.beleidsradar.search.theme.Themes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Reads a theme file, and which version it is to replace, from a request. */
final class ThemeBody {

    private static final Pattern YAML =
            Pattern.compile("(application|text)/(x-)?yaml|text/plain|application/octet-stream");
    private static final Pattern JSON = Pattern.compile("application/([a-z.-]+\\+)?json");

    private ThemeBody() {}

    /**
     * @throws ErrorResponseException 413 or 415
     */
    static Submission of(HttpServletRequest request) throws IOException {
        String type = type(request.getContentType());
        if (request.getContentLengthLong() > ThemeChanged.MAX_CONTENT) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(ThemeChanged.MAX_CONTENT + 1);
        if (body.length > ThemeChanged.MAX_CONTENT) {
            throw tooLarge();
        }
        return new Submission(body, type);
    }

    private static String type(@Nullable String contentType) {
        String plain =
                contentType == null
                        ? "text/plain"
                        : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (YAML.matcher(plain).matches()) {
            return Submission.YAML;
        }
        if (JSON.matcher(plain).matches()) {
            return Submission.JSON;
        }
        throw problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Content-Type must be application/yaml, application/json or text/plain");
    }

    /**
     * The version that must be in force, 0 for none, by {@code If-Match} and {@code If-None-Match:
     * *}; null where the caller does not say.
     */
    static @Nullable Integer expected(HttpServletRequest request, String id, Themes themes) {
        if ("*".equals(request.getHeader("If-None-Match"))) {
            return 0;
        }
        return IfMatch.isAny(request)
                ? themes.theme(id).map(Theme::version).orElse(-1)
                : IfMatch.version(request);
    }

    private static ErrorResponseException tooLarge() {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "a theme file has at most " + ThemeChanged.MAX_CONTENT + " bytes");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
