package nl.beleidsradar.ingest.failure;

import java.util.Collection;
import java.util.List;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The dead letters that count: those that no newer version of their document made void. */
@Component
final class DeadLetterList {

    /** More than these are sent while the asker does not wait. */
    private static final int MOST_WAITED_FOR = 200;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterList.class);

    private final DeadLetterStream stream;
    private final HarvestLedger ledger;

    DeadLetterList(DeadLetterStream stream, HarvestLedger ledger) {
        this.stream = stream;
        this.ledger = ledger;
    }

    List<SetAside> matching(FailureFilter wanted) {
        return stream.all().stream()
                .filter(this::counts)
                .filter(letter -> wanted.test(Failure.of(letter)))
                .toList();
    }

    List<SetAside> of(String documentId) {
        return stream.all().stream()
                .filter(letter -> letter.documentId().equals(documentId))
                .filter(this::counts)
                .toList();
    }

    /**
     * Sends records to their consumers again.
     *
     * @return how many; many are counted before they are sent
     * @throws nl.beleidsradar.ingest.ledger.LedgerUnavailable if the broker does not take them
     */
    long retry(Collection<SetAside> letters) {
        List<SetAside> due = letters.stream().filter(l -> !isOvertaken(l)).toList();
        if (due.size() <= MOST_WAITED_FOR) {
            return due.isEmpty() ? 0 : stream.retry(due);
        }
        Thread.ofVirtual()
                .name("retries")
                .start(() -> {
                    try {
                        LOG.info("tried again: {} of {}", stream.retry(due), due.size());
                    } catch (RuntimeException e) {
                        LOG.warn("the rest stays on the list: {}", e.toString());
                    }
                });
        return due.size();
    }

    private boolean counts(SetAside letter) {
        LedgerEntry entry = entry(letter);
        if (entry == null) {
            return true;
        }
        boolean newer = letter.sequence() > 0 && entry.sequence() > letter.sequence();
        return !newer && entry.reason() != FailureReason.TAKEN_DOWN;
    }

    /**
     * While a newer version is on its way, an older event must not come to lie behind it on the
     * topic.
     */
    private boolean isOvertaken(SetAside letter) {
        LedgerEntry entry = entry(letter);
        return letter.topic() == DeadLetterTopic.ENRICH
                && entry != null
                && entry.state() == DocumentState.RECEIVED;
    }

    private @Nullable LedgerEntry entry(SetAside letter) {
        return letter.topic().ofDocuments() ? ledger.entry(letter.documentId()).orElse(null) : null;
    }
}
