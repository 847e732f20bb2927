package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before the ledger is read. */
@Component("ledger")
final class LedgerHealth implements HealthIndicator {

    private final HarvestLedger ledger;
    private final PendingDocuments pending;

    LedgerHealth(HarvestLedger ledger, PendingDocuments pending) {
        this.ledger = ledger;
        this.pending = pending;
    }

    @Override
    public Health health() {
        return (ledger.isLoaded() ? Health.up() : Health.outOfService())
                .withDetail("pending", pending.size())
                .build();
    }
}
