package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Links to the pages around the present one.
 *
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record Paging(@Nullable String previous, @Nullable String next, List<Step> steps) {

    /**
     * A numbered page.
     *
     * @param gap whether pages are left out before it
     */
    record Step(long number, String href, boolean current, boolean gap) {}

    static Paging of(long current, long pages, LongFunction<String> address) {
        TreeSet<Long> shown = new TreeSet<>();
        for (long page = Math.max(1, current - 2); page <= Math.min(pages, current + 2); page++) {
            shown.add(page);
        }
        if (pages > 0) {
            shown.add(1L);
            shown.add(pages);
        }
        List<Step> steps = new ArrayList<>();
        long before = 0;
        for (long page : shown) {
            boolean gap = page > before + 1;
            steps.add(new Step(page, address.apply(page), page == current, gap));
            before = page;
        }
        return new Paging(
                current > 1 && current <= pages ? address.apply(current - 1) : null,
                current < pages ? address.apply(current + 1) : null,
                steps);
    }

    public boolean needed() {
        return steps.size() > 1;
    }
}
