package nl.beleidsradar.contract.store;

import java.io.IOException;

/** The store holds other bytes than the name says: they must not be used. */
public final class CorruptBlob extends IOException {

    private static final long serialVersionUID = 1;

    public CorruptBlob(BlobRef ref, String found) {
        super(ref + " is damaged: its bytes are " + found);
    }
}
