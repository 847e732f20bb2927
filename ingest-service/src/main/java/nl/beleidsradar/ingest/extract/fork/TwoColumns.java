package nl.beleidsradar.ingest.extract.fork;

import java.io.IOException;
import java.util.List;
import nl.beleidsradar.ingest.extract.fork.PageRuns.Run;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.pagenavigation.PDThreadBead;

/**
 * Tells the columns of pages that were written line by line across both. They are marked as the
 * format's own article beads, in whose order PDFBox gives the text. A page that was written column
 * by column, as nearly all are, is left alone.
 */
final class TwoColumns {

    /** One program made all pages: where the first ones are in order, so are the others. */
    private static final int PAGES_TRIED = 2;

    /** Fewer runs of letters, on a cover say, tell nothing. */
    private static final int ENOUGH_RUNS = 20;

    private static final int MOST_BEFORE_THE_FIRST = 10;
    private static final int MOST_PAGES = 2_000;

    private TwoColumns() {}

    static void mark(PDDocument pdf) {
        boolean across = false;
        int tried = 0;
        int page = 0;
        try {
            for (PDPage at : pdf.getPages()) {
                page++;
                boolean enough = tried >= PAGES_TRIED || page > MOST_BEFORE_THE_FIRST;
                if (page > MOST_PAGES || enough && !across) {
                    return;
                }
                // Beads that are there are the author's; what is turned has other lines.
                if (at.getRotation() == 0 && at.getThreadBeads().isEmpty()) {
                    List<Run> runs = PageRuns.of(at);
                    List<PDRectangle> bands = ColumnBands.of(runs);
                    tried += runs.size() < ENOUGH_RUNS ? 0 : 1;
                    if (!bands.isEmpty()) {
                        across = true;
                        at.setThreadBeads(bands.stream().map(TwoColumns::bead).toList());
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            // What is wrong with the file shows when it is read, and is told then.
            return;
        }
    }

    private static PDThreadBead bead(PDRectangle place) {
        PDThreadBead bead = new PDThreadBead();
        bead.setRectangle(place);
        return bead;
    }
}
