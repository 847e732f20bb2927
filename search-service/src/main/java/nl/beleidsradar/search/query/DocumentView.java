package nl.beleidsradar.search.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ThemeTag;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one document, except its text.
 *
 * @param family what its copies at other sources share: its official number, else a hash
 * @param dossiers those it belongs to, as {@code 36740-VI}
 * @param versions oldest first; the last is the present one
 * @param copies ids of the other documents of its family
 * @param copiesAt the same, with their sources
 * @param earliest of all of them and this one, which was published first
 * @param pages start offset of each page in the text, in UTF-16 units; empty where it has no pages
 * @param references those the archive holds carry their document id
 * @param citedBy newest first, at most {@link DocumentSearch#MAX_CITED_BY}; one for each citing
 *     document and role
 * @param citedByTotal how many documents refer to it
 */
public record DocumentView(
        String id,
        String family,
        List<String> dossiers,
        List<Version> versions,
        List<String> copies,
        List<Copy> copiesAt,
        Copy earliest,
        String title,
        String type,
        String source,
        @Nullable String sourceUrl,
        @Nullable LocalDate published,
        Instant retrieved,
        String language,
        List<Integer> pages,
        Map<String, List<String>> metadata,
        @Nullable String parentId,
        List<ThemeTag> themes,
        List<Reference> references,
        List<CitedBy> citedBy,
        long citedByTotal,
        Extraction extraction) {

    /** One version of a document's bytes. */
    public record Version(String contentHash, Instant retrieved) {}
}
