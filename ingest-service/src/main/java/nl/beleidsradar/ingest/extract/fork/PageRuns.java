package nl.beleidsradar.ingest.extract.fork;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Collects the runs of letters of a page as they were written: where a line begins and ends. Which
 * letters these are is not asked, as that is what costs time.
 */
final class PageRuns extends PDFStreamEngine {

    /** A jump to the right that is wider than a space between words, in heights of the letter. */
    private static final float GAP = 1;

    private static final float SAME_LINE = 2;
    private static final int BLANK = 32;
    private static final int MOST = 20_000;

    /**
     * A run of letters without a gap, in points.
     *
     * @param down of its base line, counted downwards, so negative on most pages
     */
    record Run(float left, float right, float down) {

        float width() {
            return right - left;
        }

        boolean isBeside(Run other) {
            return Math.abs(down - other.down) <= SAME_LINE;
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private float left;
    private float right;
    private float down;
    private boolean open;

    private PageRuns() {
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new EndText(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new NextLine(this));
        addOperator(new Restore(this));
        addOperator(new Save(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new SetMatrix(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
    }

    static List<Run> of(PDPage page) throws IOException {
        PageRuns runs = new PageRuns();
        runs.processPage(page);
        runs.finish();
        return List.copyOf(runs.runs);
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector width) {
        if (code == BLANK || place.getShearY() != 0) {
            return;
        }
        float x = place.getTranslateX();
        float y = -place.getTranslateY();
        boolean goesOn =
                open
                        && Math.abs(y - down) <= SAME_LINE
                        && x >= left
                        && x - right <= GAP * place.getScalingFactorY();
        if (!goesOn) {
            finish();
            left = x;
            right = x;
            down = y;
            open = true;
        }
        right = Math.max(right, x + width.getX() * place.getScalingFactorX());
    }

    private void finish() {
        if (open && runs.size() < MOST) {
            runs.add(new Run(left, right, down));
        }
        open = false;
    }
}
