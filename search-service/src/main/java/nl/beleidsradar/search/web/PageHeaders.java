package nl.beleidsradar.search.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers of every page: nothing but our own style sheets, fonts and pictures is loaded, no script
 * runs, no other site frames a page or learns the search from the referrer.
 */
final class PageHeaders extends OncePerRequestFilter {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final List<String> FOR_PROGRAMS =
            List.of("/api/", "/actuator", "/v3/", "/feeds/");
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** Whether an address is for people; other programs get problem details, not error pages. */
    static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isPage(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        @Nullable Locale chosen = PageLanguage.chosen(request);
        if (chosen != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, remember(chosen));
        }
        chain.doFilter(request, response);
    }

    private static String remember(Locale language) {
        return ResponseCookie.from(PageLanguage.COOKIE, language.getLanguage())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build()
                .toString();
    }
}
