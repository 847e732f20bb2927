package nl.beleidsradar.search.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.search.theme.Preview;

/**
 * Documents won and lost per month as bars, won up and lost down; sizes in units of the picture.
 *
 * @param middle height of the line from which the bars go
 */
record MonthChart(int width, int height, int middle, List<Bar> bars, List<Preview.Month> months) {

    /** Months in the picture: the newest; the table has them all. */
    private static final int MOST = 60;

    private static final int STEP = 16;
    private static final int BAR = 12;
    private static final int SIDE = 60;
    private static final int LEAST = 2;

    /**
     * The bars of one month.
     *
     * @param won height above the line
     * @param lost height below it
     */
    record Bar(Preview.Month month, int x, int width, int top, int won, int lost) {}

    static MonthChart of(List<Preview.Month> all) {
        List<Preview.Month> newest =
                all.stream().sorted(Comparator.comparing(Preview.Month::month).reversed()).toList();
        List<Preview.Month> drawn = withoutGaps(newest);
        long most = drawn.stream().mapToLong(m -> Math.max(m.won(), m.lost())).max().orElse(1);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < drawn.size(); i++) {
            Preview.Month month = drawn.get(i);
            int won = height(month.won(), most);
            bars.add(
                    new Bar(month, i * STEP + 2, BAR, SIDE - won, won, height(month.lost(), most)));
        }
        return new MonthChart(
                drawn.size() * STEP + 2, 2 * SIDE + 1, SIDE, List.copyOf(bars), newest);
    }

    /** Whether there is more to see than in the table: one bar says nothing. */
    public boolean drawn() {
        return months.size() > 1;
    }

    public Preview.Month first() {
        return bars.getFirst().month();
    }

    public Preview.Month last() {
        return bars.getLast().month();
    }

    /** Every month from the oldest that is drawn, so that the same distance is the same time. */
    private static List<Preview.Month> withoutGaps(List<Preview.Month> newestFirst) {
        Map<String, Preview.Month> known = new HashMap<>();
        newestFirst.forEach(m -> known.put(m.month(), m));
        try {
            YearMonth oldest = YearMonth.parse(newestFirst.getLast().month());
            YearMonth month = YearMonth.parse(newestFirst.getFirst().month());
            List<Preview.Month> every = new ArrayList<>();
            while (!month.isBefore(oldest) && every.size() < MOST) {
                String name = month.toString();
                every.add(known.getOrDefault(name, new Preview.Month(name, 0, 0)));
                month = month.minusMonths(1);
            }
            return every.reversed();
        } catch (DateTimeParseException e) {
            return newestFirst.stream().limit(MOST).toList().reversed();
        }
    }

    private static int height(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(LEAST, count * SIDE / Math.max(1, most));
    }
}
