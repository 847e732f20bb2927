package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.beleidsradar.search.theme.Themes;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's template can use. */
@ControllerAdvice(annotations = PageController.class)
final class PageModel {

    private static final int LONGEST = 2_000;

    private final MessageSource messages;
    private final Themes themes;

    PageModel(MessageSource messages, Themes themes) {
        this.messages = messages;
        this.themes = themes;
    }

    @ModelAttribute("say")
    Wording wording(Locale locale) {
        return new Wording(messages, themes, locale);
    }

    /** This page in the other language; what was typed on it does not go along. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!request.getMethod().equals("POST")) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        }
        parameters.put(PageLanguage.PARAMETER, locale.getLanguage().equals("nl") ? "en" : "nl");
        parameters.keySet().removeIf(name -> !name.matches("[a-z]{1,20}"));
        String address = request.getRequestURI() + Links.search(parameters).substring(1);
        return address.length() <= LONGEST ? address : "/";
    }
}
