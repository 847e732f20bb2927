package nl.beleidsradar.search.ledger;

import org.jspecify.annotations.Nullable;

/** What the ledger remembers when it judges. */
interface Memory {

    @Nullable Told told(LedgerKey key);

    /** The last window in which the recipient got an immediate alert. */
    @Nullable FloodWindow window(String recipient);
}
