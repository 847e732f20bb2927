package nl.beleidsradar.ingest.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import nl.beleidsradar.ingest.fetch.FolderListing.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Files that were seen but not taken yet: one becomes ready once its size and time have stayed the
 * same for a while, by our own clock, so that a file still being written is left alone.
 */
final class StableFiles {

    private record Waiting(Seen seen, long since, boolean backFill) {}

    /** A file to be taken now. */
    record Ready(Path path, Seen seen, boolean backFill) {}

    private final Map<Path, Waiting> waiting = new HashMap<>();
    private final long stableNanos;
    private final LongSupplier nanoTime;

    StableFiles(Duration stableFor, LongSupplier nanoTime) {
        this.stableNanos = stableFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * @param changed every file that is not in the inventory as it is now
     * @param old those of them that were there before their folder was followed
     */
    synchronized List<Ready> look(Map<Path, Seen> changed, Set<Path> old) {
        long now = nanoTime.getAsLong();
        waiting.keySet().retainAll(changed.keySet());
        changed.forEach((path, seen) ->
                waiting.compute(path, (p, before) -> next(before, seen, now, old.contains(path))));
        return waiting.entrySet().stream()
                .filter(e -> now - e.getValue().since() >= stableNanos)
                .map(e -> new Ready(e.getKey(), e.getValue().seen(), e.getValue().backFill()))
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
    }

    /** Puts a file off: it changed under our hands, or cannot be read now. */
    synchronized void postpone(Path path, Duration by) {
        waiting.computeIfPresent(
                path,
                (p, w) ->
                        new Waiting(
                                w.seen(),
                                nanoTime.getAsLong() + by.toNanos() - stableNanos,
                                w.backFill()));
    }

    synchronized void taken(Path path) {
        waiting.remove(path);
    }

    synchronized List<Path> paths() {
        return List.copyOf(waiting.keySet());
    }

    private static Waiting next(@Nullable Waiting before, Seen seen, long now, boolean backFill) {
        if (before == null) {
            return new Waiting(seen, now, backFill);
        }
        return before.seen().equals(seen) ? before : new Waiting(seen, now, before.backFill());
    }
}
