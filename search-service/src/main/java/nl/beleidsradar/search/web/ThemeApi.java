package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.beleidsradar.search.theme.ArchiveProgress;
import nl.beleidsradar.search.theme.EnrichService;
import nl.beleidsradar.search.theme.Retagging;
import nl.beleidsradar.search.theme.ThemeEditing;
import nl.beleidsradar.search.theme.Themes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The themes that documents are tagged with: to read, to try, and to change. */
@RestController
class ThemeApi {

    private final Themes themes;
    private final ArchiveProgress archive;
    private final ThemeEditing editing;
    private final EnrichService enrich;

    ThemeApi(Themes themes, ArchiveProgress archive, ThemeEditing editing, EnrichService enrich) {
        this.themes = themes;
        this.archive = archive;
        this.editing = editing;
        this.enrich = enrich;
    }

    record Listed(List<ThemeView> items) {}

    @GetMapping("/api/themes")
    Listed themes() {
        Retagging retagging = archive.now();
        return new Listed(themes.all().stream().map(t -> ThemeView.of(t, retagging)).toList());
    }

    @GetMapping("/api/themes/{id}")
    ThemeView theme(@PathVariable String id, HttpServletResponse response) {
        ThemeView theme =
                themes.theme(id)
                        .map(t -> ThemeView.of(t, archive.now()))
                        .orElseThrow(() -> Missing.theme(id));
        // Not through Spring, which would then answer 304 while the progress goes on.
        response.setHeader("ETag", ThemeAnswers.etag(theme.version()));
        response.setHeader("Cache-Control", "no-store");
        return theme;
    }

    @PutMapping("/api/themes/{id}")
    ResponseEntity<Object> save(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        var outcome =
                editing.save(id, ThemeBody.of(request), ThemeBody.expected(request, id, themes));
        return ThemeAnswers.of(outcome, archive);
    }

    /** What the file would change in the archive; nothing is saved. */
    @PostMapping("/api/themes/{id}/preview")
    ResponseEntity<Object> preview(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        return ThemeAnswers.of(id, enrich.preview(ThemeBody.of(request)));
    }
}
