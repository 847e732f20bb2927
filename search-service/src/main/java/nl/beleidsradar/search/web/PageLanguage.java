package nl.beleidsradar.search.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: {@code ?lang=}, else what {@code ?lang=} chose before, else the browser's
 * {@code Accept-Language}, else Dutch.
 */
final class PageLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";
    private static final Locale DUTCH = Locale.of("nl");
    private static final List<Locale> SPOKEN = List.of(DUTCH, Locale.ENGLISH);

    /** The language asked for with {@code ?lang=}; null where it is absent or not spoken. */
    static @Nullable Locale chosen(HttpServletRequest request) {
        return spoken(request.getParameter(PARAMETER));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        @Nullable Locale chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        @Nullable Locale remembered = spoken(cookie == null ? null : cookie.getValue());
        return remembered != null ? remembered : accepted(request);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the request");
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            // Without the header, getLocales names the language of the server.
            return DUTCH;
        }
        for (Locale wanted : Collections.list(request.getLocales())) {
            @Nullable Locale spoken = spoken(wanted.getLanguage());
            if (spoken != null) {
                return spoken;
            }
        }
        return DUTCH;
    }

    private static @Nullable Locale spoken(@Nullable String language) {
        for (Locale locale : SPOKEN) {
            if (locale.getLanguage().equals(language)) {
                return locale;
            }
        }
        return null;
    }
}
