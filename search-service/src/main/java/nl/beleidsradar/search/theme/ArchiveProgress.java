package nl.beleidsradar.search.theme;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToLongFunction;
import nl.beleidsradar.contract.ArchiveRetagged;
import org.springframework.stereotype.Component;

/**
 * What enrich-service reports of tagging the archive anew, summed over its partitions.
 *
 * <p>Each report says up to which versions of the themes it goes. While none holds the newest, the
 * archive waits; while one partition is not at its end, or still reports an older ruleset, it is
 * being tagged. Without a change by staff there is nothing to wait for.
 */
@Component
public final class ArchiveProgress {

    private final Map<Integer, ArchiveRetagged> latest = new ConcurrentSkipListMap<>();
    private final Themes themes;

    ArchiveProgress(Themes themes) {
        this.themes = themes;
    }

    /** Takes up the newest report of a partition. */
    public void take(ArchiveRetagged report) {
        latest.put(report.partition(), report);
    }

    /** How far the archive is at this moment. */
    public Retagging now() {
        Collection<ArchiveRetagged> reports = List.copyOf(latest.values());
        List<Theme> inForce = themes.all();
        int wanted = inForce.stream().mapToInt(Theme::version).sum();
        int reported = reports.stream().mapToInt(ArchiveRetagged::ruleset).max().orElse(0);
        int known = reports.stream().mapToInt(ArchiveRetagged::themes).max().orElse(0);
        boolean byStaff = inForce.stream().anyMatch(t -> t.changed() != null);
        boolean allDone = reports.stream().allMatch(r -> r.done() && r.ruleset() == reported);
        Retagging.State state =
                byStaff && known < wanted
                        ? Retagging.State.WAITING
                        : allDone ? Retagging.State.IDLE : Retagging.State.RUNNING;
        return new Retagging(
                state,
                reported,
                // A partition that has not begun with this ruleset has done nothing of it.
                sum(reports, r -> r.ruleset() == reported ? r.documents() : 0),
                sum(reports, ArchiveRetagged::total),
                sum(reports, r -> r.ruleset() == reported ? r.failed() : 0),
                reports.stream()
                        .map(ArchiveRetagged::at)
                        .max(Comparator.<Instant>naturalOrder())
                        .orElse(null),
                reports.stream().map(ArchiveProgress::partition).toList());
    }

    private static long sum(
            Collection<ArchiveRetagged> reports, ToLongFunction<ArchiveRetagged> number) {
        return reports.stream().mapToLong(number).sum();
    }

    private static Retagging.Partition partition(ArchiveRetagged r) {
        return new Retagging.Partition(
                r.partition(), r.ruleset(), r.documents(), r.total(), r.failed(), r.done());
    }
}
