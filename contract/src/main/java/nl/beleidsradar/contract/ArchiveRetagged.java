package nl.beleidsradar.contract;

import java.time.Instant;
import java.util.Objects;

/**
 * How far one partition of {@code documents.extracted} has been tagged anew: the event on {@code
 * themes.retagged}, keyed by partition number.
 *
 * @param partition of {@code documents.extracted}
 * @param ruleset version that the archive is brought to
 * @param themes sum of the versions of the themes in that ruleset, by which those who know only the
 *     themes see whether it holds the newest
 * @param position offset at which the tagging goes on after an interruption
 * @param end offset before which every document is or was tagged by older rules; at {@code
 *     position} = {@code end} the partition is done
 * @param documents documents tagged anew so far
 * @param total documents to tag anew
 * @param failed documents that could not be, which keep their older tags
 * @param at when this was written
 */
public record ArchiveRetagged(
        int partition,
        int ruleset,
        int themes,
        long position,
        long end,
        long documents,
        long total,
        long failed,
        Instant at) {

    public ArchiveRetagged {
        Objects.requireNonNull(at, "at");
        if (position > end) {
            throw new IllegalArgumentException("position " + position + " beyond " + end);
        }
    }

    /** Whether every document of the partition that was tagged by older rules has had its turn. */
    public boolean done() {
        return position == end;
    }

    public ArchiveRetagged withTotal(long newTotal) {
        return new ArchiveRetagged(
                partition, ruleset, themes, position, end, documents, newTotal, failed, at);
    }

    public ArchiveRetagged withDone(long newDocuments, long newFailed) {
        return new ArchiveRetagged(
                partition, ruleset, themes, position, end, newDocuments, total, newFailed, at);
    }

    public ArchiveRetagged at(long newPosition, Instant now) {
        return new ArchiveRetagged(
                partition, ruleset, themes, newPosition, end, documents, total, failed, now);
    }
}
