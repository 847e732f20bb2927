package nl.beleidsradar.ingest.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What sources withdrew while pages that were asked for before are still worked on: such a page may
 * list a document that is gone, hours later where the workers are behind. A withdrawal is kept as
 * long as there is an older page and no longer. So there are never more than come while one page is
 * worked on, and a page asked for later may list the document anew.
 */
final class Withdrawals {

    private final TreeSet<Long> pages = new TreeSet<>();
    private final Map<String, Long> withdrawn = new HashMap<>();
    private long moment;

    /** A page is asked for. */
    synchronized long begin() {
        pages.add(++moment);
        return moment;
    }

    /** A page is accounted for, or given up. */
    synchronized void end(long page) {
        pages.remove(page);
        if (pages.isEmpty()) {
            withdrawn.clear();
        } else {
            withdrawn.values().removeIf(at -> at < pages.first());
        }
    }

    synchronized void add(String name) {
        if (!pages.isEmpty()) {
            withdrawn.put(name, ++moment);
        }
    }

    synchronized boolean isSince(long page, String name) {
        Long at = withdrawn.get(name);
        return at != null && at > page;
    }

    synchronized int size() {
        return withdrawn.size();
    }
}
