package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.search.query.FollowPreview;

/** Numbers per week as bars; sizes in units of the picture. */
record WeekChart(int width, int height, List<Bar> bars) {

    private static final int STEP = 36;
    private static final int BAR = 28;
    private static final int SIDE = 96;
    private static final int LEAST = 2;
    private static final int LETTERS = 18;

    /**
     * @param top distance from the upper edge
     * @param label place of the number above the bar
     */
    record Bar(
            FollowPreview.Week week,
            int x,
            int width,
            int top,
            int height,
            int middle,
            int label) {}

    /**
     * @param weeks the oldest first, none left out
     */
    static WeekChart of(List<FollowPreview.Week> weeks) {
        long most = weeks.stream().mapToLong(FollowPreview.Week::count).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            FollowPreview.Week week = weeks.get(i);
            int height = height(week.count(), most);
            int top = LETTERS + SIDE - height;
            int x = i * STEP + (STEP - BAR) / 2;
            bars.add(new Bar(week, x, BAR, top, height, x + BAR / 2, top - 4));
        }
        return new WeekChart(
                Math.max(1, weeks.size()) * STEP, LETTERS + SIDE + 1, List.copyOf(bars));
    }

    /** The line that the bars stand on. */
    public int ground() {
        return LETTERS + SIDE;
    }

    private static int height(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(LEAST, count * SIDE / Math.max(1, most));
    }
}
