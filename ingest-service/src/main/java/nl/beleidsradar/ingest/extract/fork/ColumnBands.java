package nl.beleidsradar.ingest.extract.fork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.ingest.extract.fork.PageRuns.Run;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Parts a page that was written across two columns of running text. Text fills its lines, cells of
 * a table do not: a column is believed where most of its lines are nearly as long as the longest.
 */
final class ColumnBands {

    private static final int FEWEST_LINES = 6;
    private static final int FEWEST_IN_COLUMN = 2;
    private static final float NARROWEST = 100;
    private static final float FULL = 0.8f;
    private static final float MOST = 0.6f;
    private static final float SAME_EDGE = 4;
    private static final int EDGES_TRIED = 200;
    private static final float BEYOND_ANY_PAGE = 100_000;

    /** Lines of one text are nearer to each other; what stands on its own is a head or a foot. */
    private static final float APART = 30;

    /** Two runs that were written one behind the other on one line. */
    private record Pair(Run left, Run right) {}

    /** Lines below each other that are either in two columns or not. */
    private record Band(float top, float bottom, boolean columns) {}

    private ColumnBands() {}

    /**
     * The parts in their order of reading, in points, none where the page was not written across
     * two columns.
     */
    static List<PDRectangle> of(List<Run> runs) {
        List<Pair> pairs = pairs(runs);
        if (pairs.size() < FEWEST_LINES) {
            return List.of();
        }
        float edge = commonest(pairs.stream().map(p -> p.right().left()).toList());
        List<Pair> across =
                pairs.stream().filter(p -> Math.abs(p.right().left() - edge) <= SAME_EDGE).toList();
        boolean text =
                across.size() >= FEWEST_LINES
                        && across.size() >= MOST * pairs.size()
                        && isText(across.stream().map(Pair::left).toList())
                        && isText(across.stream().map(Pair::right).toList());
        return text ? parts(bands(runs, edge), edge - SAME_EDGE) : List.of();
    }

    private static List<Pair> pairs(List<Run> runs) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            Run left = runs.get(i - 1);
            Run right = runs.get(i);
            if (left.isBeside(right) && right.left() > left.right()) {
                pairs.add(new Pair(left, right));
            }
        }
        return pairs;
    }

    private static float commonest(List<Float> edges) {
        float best = edges.getFirst();
        long most = 0;
        for (float edge : edges.stream().distinct().limit(EDGES_TRIED).toList()) {
            long same = edges.stream().filter(e -> Math.abs(e - edge) <= SAME_EDGE).count();
            if (same > most) {
                most = same;
                best = edge;
            }
        }
        return best;
    }

    private static boolean isText(List<Run> lines) {
        float widest = lines.stream().map(Run::width).max(Comparator.naturalOrder()).orElse(0f);
        long full = lines.stream().filter(l -> l.width() >= FULL * widest).count();
        return widest >= NARROWEST && full >= MOST * lines.size();
    }

    /** Lines over both columns, and wide gaps, part what is above them from what is below. */
    private static List<Band> bands(List<Run> runs, float edge) {
        List<Band> bands = new ArrayList<>();
        List<Run> block = new ArrayList<>();
        boolean over = false;
        for (Run run : runs.stream().sorted(Comparator.comparingDouble(Run::down)).toList()) {
            boolean overBoth = run.left() < edge - SAME_EDGE && run.right() > edge + SAME_EDGE;
            boolean apart = !block.isEmpty() && run.down() - block.getLast().down() > APART;
            if (apart || overBoth != over) {
                add(bands, block, edge, over);
                block.clear();
            }
            over = overBoth;
            block.add(run);
        }
        add(bands, block, edge, over);
        return bands;
    }

    private static void add(List<Band> bands, List<Run> block, float edge, boolean over) {
        if (block.isEmpty()) {
            return;
        }
        long left = block.stream().filter(r -> r.left() < edge - SAME_EDGE).count();
        boolean columns =
                !over && left >= FEWEST_IN_COLUMN && block.size() - left >= FEWEST_IN_COLUMN;
        bands.add(new Band(block.getFirst().down(), block.getLast().down(), columns));
    }

    private static List<PDRectangle> parts(List<Band> bands, float gutter) {
        List<PDRectangle> parts = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            float top = i == 0 ? -BEYOND_ANY_PAGE : middle(bands.get(i - 1), band);
            float bottom = i + 1 == bands.size() ? BEYOND_ANY_PAGE : middle(band, bands.get(i + 1));
            if (band.columns()) {
                parts.add(part(-BEYOND_ANY_PAGE, gutter, top, bottom));
                parts.add(part(gutter, BEYOND_ANY_PAGE, top, bottom));
            } else {
                parts.add(part(-BEYOND_ANY_PAGE, BEYOND_ANY_PAGE, top, bottom));
            }
        }
        return parts;
    }

    private static float middle(Band above, Band below) {
        return (above.bottom() + below.top()) / 2;
    }

    private static PDRectangle part(float left, float right, float top, float bottom) {
        return new PDRectangle(left, -bottom, right - left, bottom - top);
    }
}
