package nl.beleidsradar.contract.store;

import java.io.IOException;

/** The store holds more bytes under a name than anyone may read; waiting does not mend it. */
public final class BlobTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param size in bytes, as far as known
     */
    public BlobTooLarge(BlobRef ref, long size, long limit) {
        super(ref + " has " + size + " bytes, more than " + limit);
    }
}
