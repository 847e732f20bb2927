package nl.beleidsradar.enrich.archive;

import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;

/** Tags by the rules in force, whatever they are at the moment. */
public interface Tagging {

    /** Version of the rules in force. */
    int ruleset();

    /**
     * The document with its themes and references, marked as tagged anew.
     *
     * @throws java.io.UncheckedIOException if its text cannot be read now
     */
    DocumentEnriched retagged(DocumentExtracted document);
}
