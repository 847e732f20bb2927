package nl.beleidsradar.enrich;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ThemeTag;

/**
 * Keeps an event within what its topic takes. Where it bites, the first finds are kept, the
 * strength of a theme stays what the whole text gave it, and the document is marked with the limit.
 *
 * @param passageUnits UTF-16 units of all passages together; each theme has an equal share
 */
record EvidenceLimit(int passageUnits, int references) {

    static final String PASSAGES = "theme-passages-limit";
    static final String REFERENCES = "references-limit";

    /** What a passage costs beside its text, in units: names, offsets, terms. */
    private static final int OVERHEAD = 120;

    DocumentEnriched applied(DocumentEnriched event) {
        List<String> limits = new ArrayList<>(event.document().extraction().limits());
        List<ThemeTag> themes = new ArrayList<>();
        for (ThemeTag tag : event.themes()) {
            List<Passage> kept = first(tag.passages(), passageUnits / event.themes().size());
            if (kept.size() < tag.passages().size() && !limits.contains(PASSAGES)) {
                limits.add(PASSAGES);
            }
            themes.add(new ThemeTag(tag.id(), tag.strength(), kept));
        }
        List<Reference> kept = event.references();
        if (kept.size() > references) {
            kept = kept.subList(0, references);
            limits.add(REFERENCES);
        }
        return new DocumentEnriched(
                marked(event.document(), limits), themes, kept, event.ruleset(), event.cause());
    }

    private static List<Passage> first(List<Passage> passages, int units) {
        int used = 0;
        for (int i = 0; i < passages.size(); i++) {
            used += passages.get(i).text().length() + OVERHEAD;
            // A tag is never without a passage.
            if (used > units && i > 0) {
                return passages.subList(0, i);
            }
        }
        return passages;
    }

    private static DocumentExtracted marked(DocumentExtracted document, List<String> limits) {
        Extraction e = document.extraction();
        if (limits.size() == e.limits().size()) {
            return document;
        }
        return new DocumentExtracted(
                document.id(),
                document.contentHash(),
                document.source(),
                document.sourceUrl(),
                document.title(),
                document.documentType(),
                document.published(),
                document.retrieved(),
                document.language(),
                document.pages(),
                document.spans(),
                document.text(),
                document.textRef(),
                document.metadata(),
                document.parentId(),
                new Extraction(e.parser(), e.mediaType(), e.ocr(), limits),
                document.sequence(),
                document.previous(),
                document.cause());
    }
}
