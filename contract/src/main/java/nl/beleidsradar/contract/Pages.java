package nl.beleidsradar.contract;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the page of a text offset from the start offsets of the pages. */
public final class Pages {

    private Pages() {}

    /**
     * @param starts ascending start offsets in UTF-16 units, one a page
     * @return the page, counted from 1; null where there are no pages
     */
    public static @Nullable Integer pageAt(List<Integer> starts, int offset) {
        if (starts.isEmpty()) {
            return null;
        }
        int found = Collections.binarySearch(starts, offset);
        // Equal starts are pages without text: the offset lies on the last of them.
        int page = found >= 0 ? found : -found - 2;
        while (page + 1 < starts.size() && starts.get(page + 1) <= offset) {
            page++;
        }
        return Math.max(page, 0) + 1;
    }
}
