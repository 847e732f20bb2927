package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.DocumentStore;
import org.springframework.stereotype.Component;

/** The text of an event: inside it, or in the document store. */
@Component
final class DocumentTexts {

    private final DocumentStore store;
    private final long maxBytes;

    DocumentTexts(DocumentStore store, EnrichSettings settings) {
        this.store = store;
        this.maxBytes = settings.maxText().toBytes();
    }

    /**
     * @throws TextTooLarge if it is beyond the limit
     * @throws UncheckedIOException if the store does not hold it, or cannot be read now
     */
    String of(DocumentExtracted document) {
        String inline = document.text();
        if (inline != null) {
            return inline;
        }
        String textRef = Objects.requireNonNull(document.textRef());
        try {
            long size = store.size(BlobRef.parse(textRef));
            if (size > maxBytes) {
                throw new TextTooLarge(textRef, size);
            }
            return store.text(textRef);
        } catch (IOException e) {
            throw new UncheckedIOException(document.id() + ": text not in the store", e);
        }
    }
}
