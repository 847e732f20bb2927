package nl.beleidsradar.search.web;

import java.util.List;
import nl.beleidsradar.search.theme.Preview;
import nl.beleidsradar.search.theme.TermMarks;
import org.jspecify.annotations.Nullable;

/**
 * What a theme file would change, ready to be shown.
 *
 * @param chart null where no document would be won or lost
 */
record PreviewReport(Preview preview, List<Side> sides, @Nullable MonthChart chart) {

    static PreviewReport of(Preview preview) {
        return new PreviewReport(
                preview,
                List.of(side("won", preview.won()), side("lost", preview.lost())),
                preview.months().isEmpty() ? null : MonthChart.of(preview.months()));
    }

    /**
     * @param name {@code won} or {@code lost}
     * @param left documents that are counted and not listed
     */
    record Side(String name, long count, List<Shown> documents, long left) {}

    /** A document and the passages that tell why. */
    record Shown(Preview.Found found, String href, List<Place> passages) {}

    record Place(List<TermMarks.Piece> pieces, @Nullable Integer page, @Nullable String href) {}

    private static Side side(String name, Preview.Side side) {
        List<Shown> shown = side.documents().stream().map(PreviewReport::shown).toList();
        return new Side(name, side.count(), shown, Math.max(0, side.count() - shown.size()));
    }

    private static Shown shown(Preview.Found found) {
        return new Shown(
                found,
                Links.document(found.id()),
                found.passages().stream().map(p -> place(found.id(), p)).toList());
    }

    private static Place place(String id, Preview.Passage passage) {
        @Nullable Integer page = passage.page();
        return new Place(
                TermMarks.in(passage.text(), passage.terms()),
                page,
                page == null ? null : Links.document(id, page));
    }
}
