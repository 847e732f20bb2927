package nl.beleidsradar.search.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What following something would have brought in the last 90 days, ready to be shown.
 *
 * @param perWeek messages, as a number in the reader's language
 * @param chart null where nothing was found
 * @param left documents that are counted and not listed
 */
record PreviewOfFollow(
        long hits,
        String perWeek,
        boolean tooBroad,
        @Nullable WeekChart chart,
        List<Shown> documents,
        long left) {

    /** A document and the passages that tell why. */
    record Shown(
            String title,
            String href,
            String type,
            String source,
            @Nullable LocalDate published,
            List<Place> places) {}

    /**
     * A passage, cut into pieces of which some are marked.
     *
     * @param page counted from 1; null where the document has no pages
     */
    record Place(List<TermMarks.Piece> pieces, @Nullable Integer page, String href) {}
}
