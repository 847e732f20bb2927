package nl.beleidsradar.ingest.failure;

import java.util.Collection;
import java.util.List;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The dead letters that count, and trying them again. */
@Component
final class DeadLetterList {

    /** More than these are sent while the asker does not wait. */
    private static final int MOST_WAITED_FOR = 200;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterList.class);

    private final DeadLetterStream stream;
    private final LetterValidity validity;

    DeadLetterList(DeadLetterStream stream, HarvestLedger ledger) {
        this.stream = stream;
        this.validity = new LetterValidity(ledger);
    }

    List<SetAside> matching(FailureFilter wanted) {
        return stream.all().stream()
                .filter(validity::counts)
                .filter(letter -> wanted.test(Failure.of(letter)))
                .toList();
    }

    List<SetAside> of(String documentId) {
        return stream.all().stream()
                .filter(letter -> letter.documentId().equals(documentId))
                .filter(validity::counts)
                .toList();
    }

    /**
     * Sends records to their consumers again.
     *
     * @return how many; many are counted before they are sent
     * @throws nl.beleidsradar.ingest.ledger.LedgerUnavailable if the broker does not take them
     */
    long retry(Collection<SetAside> letters) {
        List<SetAside> due = letters.stream().filter(validity::maySend).toList();
        if (due.size() <= MOST_WAITED_FOR) {
            return due.isEmpty() ? 0 : send(due);
        }
        Thread.ofVirtual()
                .name("retries")
                .start(() -> {
                    try {
                        LOG.info("tried again: {} of {}", send(due), due.size());
                    } catch (RuntimeException e) {
                        LOG.warn("the rest stays on the list: {}", e.toString());
                    }
                });
        return due.size();
    }

    private int send(List<SetAside> due) {
        return stream.retry(due, validity::maySend);
    }
}
