package nl.beleidsradar.search.web;

import java.util.List;
import nl.beleidsradar.search.query.ThemeLabels;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The themes that documents are tagged with; read-only. */
@RestController
class ThemeApi {

    private final ThemeLabels labels;

    ThemeApi(ThemeLabels labels) {
        this.labels = labels;
    }

    record Themes(List<ThemeLabels.Theme> items) {}

    @GetMapping("/api/themes")
    Themes themes() {
        return new Themes(labels.all());
    }

    @GetMapping("/api/themes/{id}")
    ThemeLabels.Theme theme(@PathVariable String id) {
        return labels.theme(id).orElseThrow(() -> Missing.theme(id));
    }
}
