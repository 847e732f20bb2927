package nl.beleidsradar.enrich;

import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.enrich.reference.CitingDocument;

/**
 * Tags a document with its themes and finds what it refers to: a pure function of text and rules.
 */
final class Enricher {

    private final Rules rules;
    private final EvidenceLimit limit;

    Enricher(Rules rules, EvidenceLimit limit) {
        this.rules = rules;
        this.limit = limit;
    }

    /**
     * The document with its themes and references.
     *
     * @param text the document's text, wherever the event keeps it
     */
    DocumentEnriched enrich(DocumentExtracted document, String text) {
        Findings findings = findings(citing(document, text));
        return limit.applied(
                new DocumentEnriched(
                        document,
                        findings.themes(),
                        findings.references(),
                        rules.ruleset(),
                        document.cause()));
    }

    /** All that is found in a text, without limit. */
    Findings findings(CitingDocument document) {
        return new Findings(
                rules.tagger().tag(document.title(), document.text(), document.pages()),
                rules.finder().find(document));
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
