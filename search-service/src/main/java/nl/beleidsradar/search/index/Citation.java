package nl.beleidsradar.search.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * That a document refers to another, with the sentence of its first such reference.
 *
 * @param passage the sentence around it, as written
 * @param text the reference as written in that sentence
 * @param page counted from 1; null where the document has no pages
 */
public record Citation(
        String canonical,
        ReferenceKind kind,
        Reference.Role role,
        String passage,
        String text,
        @Nullable Integer page,
        @Nullable String url) {

    /** The key by which a canonical form is looked up: case does not tell two apart. */
    public static String key(String canonical) {
        return canonical.toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(canonical);
    }

    /** One citation for each cited document and role; a document's own number is none. */
    static List<Citation> of(List<Reference> references, String title, String text) {
        Map<List<Object>, Citation> first = new LinkedHashMap<>();
        // Only for a text that cites: finding sentences reads all of it.
        @Nullable Sentences ofTitle = null;
        @Nullable Sentences ofText = null;
        for (Reference r : references) {
            List<Object> cited = List.of(key(r.canonical()), r.role());
            if (r.role() == Reference.Role.SELF || first.containsKey(cited)) {
                continue;
            }
            if (Passage.IN_TITLE.equals(r.in())) {
                ofTitle = ofTitle == null ? Sentences.of(title) : ofTitle;
                first.put(cited, of(r, ofTitle));
            } else {
                ofText = ofText == null ? Sentences.of(text) : ofText;
                first.put(cited, of(r, ofText));
            }
        }
        return List.copyOf(first.values());
    }

    private static Citation of(Reference r, Sentences sentences) {
        return new Citation(
                r.canonical(),
                r.kind(),
                r.role(),
                sentences.around(r.start(), r.end()),
                r.text(),
                r.page(),
                r.url());
    }
}
