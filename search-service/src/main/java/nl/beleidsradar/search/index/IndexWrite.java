package nl.beleidsradar.search.index;

import nl.beleidsradar.contract.DocumentEnriched;

/** A change of the index. */
public sealed interface IndexWrite {

    /** Document id. */
    String id();

    /** Adds a document, or replaces it by a version that is not older. */
    record Put(DocumentEnriched event) implements IndexWrite {
        @Override
        public String id() {
            return event.document().id();
        }
    }

    /** Takes a document out; one that is not there is no error. */
    record Remove(String id) implements IndexWrite {}
}
