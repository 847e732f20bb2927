package nl.beleidsradar.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in for a login on a loopback-only stack: refuses a Host header that is not loopback (DNS
 * rebinding) and a write from a browser page of another origin (cross-site request forgery).
 */
final class LoopbackGuard extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final List<String> trustedHosts;

    LoopbackGuard(List<String> trustedHosts) {
        this.trustedHosts = List.copyOf(trustedHosts);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName();
        if (!mayBeCalledAs(host)) {
            refuse(response, "Host header is not a loopback name");
        } else if (!SAFE_METHODS.contains(request.getMethod()) && fromAnotherOrigin(request)) {
            refuse(response, "Origin header names another site");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean mayBeCalledAs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || trustedHosts.contains(name);
    }

    private static boolean fromAnotherOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            // Browsers that leave out Origin on a cross-site form still send this.
            String site = request.getHeader("Sec-Fetch-Site");
            return site != null && !site.equals("same-origin") && !site.equals("none");
        }
        return !origin.equals(ownOrigin(request)) && !sameHostAndPort(origin, request);
    }

    private static String ownOrigin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private static boolean sameHostAndPort(String origin, HttpServletRequest request) {
        @Nullable URI uri = parse(origin);
        return uri != null
                && request.getServerName().equalsIgnoreCase(uri.getHost())
                && request.getServerPort() == uri.getPort();
    }

    private static @Nullable URI parse(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void refuse(HttpServletResponse response, String detail) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getWriter()
                .write(
                        """
                        {"type":"about:blank","title":"Forbidden","status":403,"detail":"%s"}\
                        """
                                .formatted(detail));
    }
}
