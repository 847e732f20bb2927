package nl.beleidsradar.search.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.store.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * A document as Elasticsearch holds it; the mapping is {@code index/documents.json}. Parts that a
 * reader did not ask for are null.
 *
 * @param sortDate day of publication, else the day it came, Europe/Amsterdam
 * @param themeStrength {@code <theme>#<strength>}
 * @param cites keys of the documents it refers to
 * @param ownIds keys by which others refer to it
 * @param family what copies share by themselves: the official number, else the hash of the words,
 *     else of the bytes
 * @param textKey hash of the words
 * @param near under which texts that are nearly equal are found
 * @param chunks the text; written, and read as stored fields only
 * @param detail the event with its text replaced by a key
 */
public record IndexedDocument(
        String id,
        String source,
        String documentType,
        String title,
        @Nullable LocalDate published,
        LocalDate sortDate,
        String year,
        @Nullable String url,
        List<String> dossier,
        List<String> theme,
        List<String> strength,
        List<String> themeStrength,
        List<String> cites,
        List<String> ownIds,
        String family,
        @Nullable String textKey,
        @Nullable List<String> near,
        @Nullable TextSketch sketch,
        @Nullable String parentId,
        @Nullable List<Chunk> chunks,
        @Nullable List<Citation> citations,
        @Nullable DocumentEnriched detail) {

    static final ZoneId DUTCH_DAY = ZoneId.of("Europe/Amsterdam");

    /** Separates theme and strength; not part of a theme id. */
    public static final String STRENGTH_MARK = "#";

    /**
     * @param text the event's text, or what its {@code textRef} points to
     */
    public static IndexedDocument of(DocumentEnriched event, String text) {
        DocumentExtracted d = event.document();
        String whole = wellFormed(text);
        OwnNumbers own = OwnNumbers.of(d, event.references());
        TextSketch.Kept kept = TextSketch.of(d, whole);
        @Nullable String key = kept.key();
        String family = key != null && own.family().equals(d.contentHash()) ? key : own.family();
        List<Citation> citations = Citation.of(event.references(), d.title(), whole);
        LocalDate day =
                d.published() != null
                        ? d.published()
                        : LocalDate.ofInstant(d.retrieved(), DUTCH_DAY);
        return new IndexedDocument(
                d.id(),
                d.source(),
                d.documentType(),
                wellFormed(d.title()),
                d.published(),
                day,
                String.valueOf(day.getYear()),
                d.sourceUrl(),
                own.dossiers(),
                event.themes().stream().map(ThemeTag::id).distinct().toList(),
                event.themes().stream().map(t -> t.strength().toString()).distinct().toList(),
                event.themes().stream().map(t -> t.id() + STRENGTH_MARK + t.strength()).toList(),
                citations.stream().map(Citation::key).distinct().toList(),
                own.ids(),
                family,
                key,
                kept.near(),
                kept.sketch(),
                d.parentId(),
                Chunk.of(whole, d.pages()),
                citations,
                d.text() == null ? event : event.withTextRef(BlobRef.ofText(text).toString()));
    }

    /** Half a surrogate pair cannot be written as UTF-8; its replacement keeps all offsets. */
    private static String wellFormed(String text) {
        @Nullable StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                if (repaired == null) {
                    repaired = new StringBuilder(text);
                }
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
