package nl.beleidsradar.search.web;

import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.search.query.FollowPreview;
import org.jspecify.annotations.Nullable;

/**
 * What following something would have brought lately, ready to be shown.
 *
 * @param perWeek messages, as a number in the reader's language
 * @param left documents that are counted and not listed
 */
record PreviewOfFollow(
        long hits,
        String perWeek,
        boolean tooBroad,
        WeekChart chart,
        List<Shown> documents,
        long left) {

    /**
     * A document, and the place that it was found for.
     *
     * @param date day of publication, else the day it came
     * @param html matches in {@code <mark>}, all else escaped; null where the whole is meant
     * @param page counted from 1; null where the document has no pages
     */
    record Shown(
            String title,
            String href,
            LocalDate date,
            @Nullable String html,
            @Nullable Integer page,
            @Nullable String place) {}

    /**
     * @param most messages a week above which it is too much to read
     */
    static PreviewOfFollow of(FollowPreview preview, int most, Wording say) {
        List<Shown> shown = preview.found().stream().map(PreviewOfFollow::shown).toList();
        return new PreviewOfFollow(
                preview.hits(),
                say.decimal(preview.messagesPerWeek()),
                preview.messagesPerWeek() > most,
                WeekChart.of(preview.weeks()),
                shown,
                Math.max(0, preview.hits() - shown.size()));
    }

    private static Shown shown(FollowPreview.Found found) {
        return new Shown(
                found.title(),
                Links.document(found.id()),
                found.date(),
                found.html() == null ? null : FoundDocument.onlyMarks(found.html()),
                found.page(),
                found.page() == null ? null : Links.document(found.id(), found.page()));
    }
}
