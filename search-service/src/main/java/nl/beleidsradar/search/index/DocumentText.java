package nl.beleidsradar.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.contract.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The text of an event, wherever it is. */
public final class DocumentText {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentText.class);

    private DocumentText() {}

    /**
     * Empty where the document store should hold it and does not, or holds it damaged.
     *
     * @throws UncheckedIOException if the document store cannot be read
     */
    public static Optional<String> of(DocumentExtracted document, DocumentStore store) {
        @Nullable String inline = document.text();
        @Nullable String ref = document.textRef();
        return inline != null || ref == null ? Optional.ofNullable(inline) : stored(ref, store);
    }

    /**
     * Empty where the document store does not hold it, or holds it damaged.
     *
     * @throws UncheckedIOException if the document store cannot be read
     */
    public static Optional<String> stored(String textRef, DocumentStore store) {
        try {
            return Optional.of(store.text(textRef));
        } catch (NoSuchFileException | CorruptBlob | BlobTooLarge e) {
            // Waiting mends none of them.
            LOG.warn("no text: {}", e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("document store cannot be read", e);
        }
    }
}
