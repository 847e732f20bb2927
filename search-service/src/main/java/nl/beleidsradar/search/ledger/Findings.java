package nl.beleidsradar.search.ledger;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.AlertCandidate.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of a candidate that the recipient does not know of this document yet, sorted.
 *
 * @param fresh never told
 * @param procedural never told, and nothing by themselves
 * @param echoes told of another document
 * @param standing in the text before, when nobody was told
 */
record Findings(
        List<Found> fresh, List<Found> procedural, List<Found> echoes, List<Found> standing) {

    /**
     * @param before what the recipient was told of another document; null where nothing
     */
    record Found(Reason reason, Mention mention, LedgerKey key, @Nullable Told before) {}

    static Findings of(AlertCandidate candidate, Memory memory) {
        var findings =
                new Findings(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Reason reason : candidate.reasons()) {
            for (Mention mention : reason.mentions()) {
                findings.sort(candidate, reason, mention, memory);
            }
        }
        return findings;
    }

    private void sort(AlertCandidate candidate, Reason reason, Mention mention, Memory memory) {
        LedgerKey key =
                LedgerKey.mention(candidate.recipient(), reason.subject(), mention.fingerprint());
        String document = candidate.document().id();
        @Nullable Told before = memory.told(key);
        var found = new Found(reason, mention, key, before);
        if (before == null) {
            if (mention.standing() && !looksBack(candidate, reason)) {
                standing.add(found);
            } else if (mention.procedural()) {
                procedural.add(found);
            } else {
                fresh.add(found);
            }
        } else if (!before.documentId().equals(document)
                && memory.told(key.repeatedIn(document)) == null) {
            echoes.add(found);
        }
    }

    /** New rules, or a source's past: to one who wants that, what stood before is news. */
    private static boolean looksBack(AlertCandidate candidate, Reason reason) {
        return ofThePast(candidate.cause())
                && reason.followers().stream().anyMatch(Follower::retroactive);
    }

    static boolean ofThePast(Cause cause) {
        return switch (cause) {
            case RE_TAG, BACK_FILL -> true;
            case NEW, NEW_VERSION, RE_EXTRACTED -> false;
        };
    }
}
