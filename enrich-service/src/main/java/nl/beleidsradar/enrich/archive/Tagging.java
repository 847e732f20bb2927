package nl.beleidsradar.enrich.archive;

import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;

/** Tags by the rules in force, whatever they are at the moment. */
public interface Tagging {

    /** Which rules are in force. */
    Version version();

    /**
     * The document with its themes and references, marked as tagged anew.
     *
     * @throws java.io.UncheckedIOException if its text cannot be read now
     */
    DocumentEnriched retagged(DocumentExtracted document);

    /**
     * Names the rules.
     *
     * @param ruleset rises with each change of any rule
     * @param themes sum of the versions of the themes among them
     */
    record Version(int ruleset, int themes) {}
}
