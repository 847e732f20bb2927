package nl.beleidsradar.enrich;

import java.util.function.Supplier;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.enrich.reference.CitingDocument;

/**
 * Tags a document with its themes and finds what it refers to: a pure function of text and rules.
 */
final class Enricher {

    private final Supplier<Rules> inForce;
    private final EvidenceLimit limit;

    /**
     * @param inForce asked once for each document
     */
    Enricher(Supplier<Rules> inForce, EvidenceLimit limit) {
        this.inForce = inForce;
        this.limit = limit;
    }

    /**
     * The document with its themes and references.
     *
     * @param text the document's text, wherever the event keeps it
     */
    DocumentEnriched enrich(DocumentExtracted document, String text) {
        return enrich(document, text, document.cause());
    }

    /** The same, for a document that older rules tagged before. */
    DocumentEnriched retag(DocumentExtracted document, String text) {
        return enrich(document, text, Cause.RE_TAG);
    }

    private DocumentEnriched enrich(DocumentExtracted document, String text, Cause cause) {
        Rules rules = inForce.get();
        Findings findings = rules.findings(citing(document, text));
        return limit.applied(
                new DocumentEnriched(
                        document,
                        findings.themes(),
                        findings.references(),
                        rules.ruleset(),
                        cause));
    }

    /** All that is found in a text, without limit. */
    Findings findings(CitingDocument document) {
        return inForce.get().findings(document);
    }

    private static CitingDocument citing(DocumentExtracted document, String text) {
        return new CitingDocument(
                document.id(),
                document.title(),
                text,
                document.pages(),
                document.published(),
                document.metadata());
    }
}
