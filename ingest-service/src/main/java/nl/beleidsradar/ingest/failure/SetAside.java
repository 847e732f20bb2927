package nl.beleidsradar.ingest.failure;

import java.time.Instant;
import nl.beleidsradar.service.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter that waits to be tried again, without its payload.
 *
 * @param key under which the topic holds it
 * @param documentId of the document it is about; of the alert, where no document could be read
 * @param sequence of the event; 0 where it could not be read
 */
record SetAside(
        DeadLetterTopic topic,
        String key,
        long offset,
        DeadLetter letter,
        String documentId,
        @Nullable String title,
        long sequence,
        Instant at) {

    String source() {
        int colon = documentId.indexOf(':');
        return colon < 0 ? "" : documentId.substring(0, colon);
    }
}
