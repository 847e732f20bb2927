package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns what goes wrong on a page into a page that says so in plain words. */
@Component
final class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    /** Parameters whose errors have words of their own, {@code error.parameter.<name>}. */
    static final List<String> EXPLAINED =
            List.of(
                    "q",
                    "strength",
                    "from",
                    "to",
                    "sort",
                    "page",
                    "size",
                    "deel",
                    "pagina",
                    "versie",
                    "reason",
                    "source",
                    "stage",
                    "document");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception e) {
        if (!PageHeaders.isPage(request)) {
            return null;
        }
        HttpStatus status = status(e);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("page {} failed", request.getRequestURI(), e);
        } else if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            LOG.warn("page {} unavailable: {}", request.getRequestURI(), e.getMessage());
        }
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("detail", detail(e));
        page.addObject("words", words(status, e));
        return page;
    }

    private static HttpStatus status(Exception e) {
        HttpStatus known =
                switch (e) {
                    case BadRequest b -> HttpStatus.BAD_REQUEST;
                    case PageNotFound n -> HttpStatus.NOT_FOUND;
                    case ElasticsearchUnavailable u -> HttpStatus.SERVICE_UNAVAILABLE;
                    case ErrorResponse r -> HttpStatus.resolve(r.getStatusCode().value());
                    case Exception other -> null;
                };
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    /** Key of the sentence that says more; null where the status says all. */
    private static @Nullable String detail(Exception e) {
        return switch (e) {
            case BadRequest b -> "error.parameter." + parameter(b.getMessage());
            case PageNotFound n -> "error.missing." + n.what().name().toLowerCase(Locale.ROOT);
            case Exception other -> null;
        };
    }

    /** Which words the page has; not every service that is away is the search. */
    private static String words(HttpStatus status, Exception e) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> e instanceof ElasticsearchUnavailable ? "503" : "unread";
            case BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED -> "" + status.value();
            default -> "500";
        };
    }

    private static String parameter(String detail) {
        return EXPLAINED.stream()
                .filter(name -> detail.startsWith(name + " "))
                .findFirst()
                .orElse("other");
    }
}
