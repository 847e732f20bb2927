package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.search.theme.EnrichAnswer;
import nl.beleidsradar.search.theme.EnrichService;
import nl.beleidsradar.search.theme.Preview;
import nl.beleidsradar.search.theme.SaveOutcome;
import nl.beleidsradar.search.theme.Submission;
import nl.beleidsradar.search.theme.Theme;
import nl.beleidsradar.search.theme.ThemeEditing;
import nl.beleidsradar.search.theme.Themes;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form on which staff change a theme or make one: they see the effect, then save. What was
 * typed is kept whatever happens.
 */
@PageController
final class ThemeEditController {

    private static final String NEW = "/themas/nieuw";
    private static final String SAVE = "opslaan";

    /** A whole theme that passes its own check, to write over. */
    private static final String EXAMPLE = example();

    private final Themes themes;
    private final ThemeEditing editing;
    private final EnrichService enrich;

    ThemeEditController(Themes themes, ThemeEditing editing, EnrichService enrich) {
        this.themes = themes;
        this.editing = editing;
        this.enrich = enrich;
    }

    private static String example() {
        try (InputStream file =
                Objects.requireNonNull(
                        ThemeEditController.class.getResourceAsStream("/theme-example.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(NEW)
    String create(Model model) {
        return form(ThemeForm.of(null, EXAMPLE, 0), model);
    }

    @GetMapping("/themas/{id}/aanpassen")
    String edit(@PathVariable String id, Model model) {
        Theme theme = inForce(id);
        return form(ThemeForm.of(id, theme.content(), theme.version()), model);
    }

    /**
     * @param inhoud the file as typed
     * @param versie the version that was shown when the typing began
     * @param actie {@code opslaan} saves; all else shows the effect
     */
    @PostMapping({NEW, "/themas/{id}/aanpassen"})
    String submit(
            @PathVariable(required = false) @Nullable String id,
            @RequestParam(defaultValue = "") String inhoud,
            @RequestParam(defaultValue = "") String versie,
            @RequestParam(defaultValue = "") String actie,
            HttpServletResponse response,
            Model model) {
        // Browsers send each line end of a text field as two characters.
        var typed = ThemeForm.of(id, inhoud.replace("\r\n", "\n"), version(versie));
        Submission file = Submission.yaml(typed.content());
        if (file.content().length > ThemeChanged.MAX_CONTENT) {
            return answer(typed.refused(413, List.of()), response, model);
        }
        if (!actie.equals(SAVE)) {
            return answer(preview(typed, file), response, model);
        }
        SaveOutcome outcome =
                id == null ? editing.create(file) : editing.save(id, file, typed.version());
        return switch (outcome) {
            case SaveOutcome.Saved(Theme theme, boolean _) ->
                    "redirect:" + Links.theme(theme.id()) + "?bewaard=" + theme.version();
            case SaveOutcome.Refused(int status, String _, List<String> problems) ->
                    answer(typed.refused(status, problems), response, model);
            case SaveOutcome.Overtaken(int present, boolean _, String _) ->
                    answer(typed.overtaken(present), response, model);
            case SaveOutcome.Busy _ -> answer(typed.away("edit.busy"), response, model);
            case SaveOutcome.Unavailable(String _, boolean saved) ->
                    answer(
                            typed.away(saved ? "edit.uncertain" : "edit.unavailable"),
                            response,
                            model);
        };
    }

    private ThemeForm preview(ThemeForm typed, Submission file) {
        return switch (enrich.preview(file)) {
            case EnrichAnswer.Given<Preview>(Preview preview, byte[] _) ->
                    typed.id() == null || preview.theme().equals(typed.id())
                            ? typed.seen(PreviewReport.of(preview))
                            : typed.otherTheme();
            case EnrichAnswer.Refused<Preview>(int status, String _, List<String> problems) ->
                    typed.refused(status, problems);
            case EnrichAnswer.Away<Preview> _ -> typed.away("edit.unavailable");
        };
    }

    private static String answer(ThemeForm form, HttpServletResponse response, Model model) {
        response.setStatus(form.status());
        return form(form, model);
    }

    private static String form(ThemeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("action", form.id() == null ? NEW : Links.editTheme(form.id()));
        model.addAttribute("back", form.id() == null ? "/themas" : Links.theme(form.id()));
        return "theme-edit";
    }

    private Theme inForce(String id) {
        return themes.theme(id).orElseThrow(() -> new PageNotFound(PageNotFound.What.THEME, id));
    }

    private static int version(String versie) {
        if (!versie.matches("\\d{1,9}")) {
            throw new BadRequest("versie must be a whole number");
        }
        return Integer.parseInt(versie);
    }
}
