package nl.beleidsradar.search.match;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.search.index.IndexedDocument;
import nl.beleidsradar.search.query.DossierPapers;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** A document as the index holds it, as far as a subscription can ask for it. */
final class IndexTwin {

    /** As the index says of its keyword fields; a longer value cannot be asked for. */
    private static final int LONGEST_KEYWORD = 8_000;

    private IndexTwin() {}

    static Document of(IndexedDocument d) {
        Document twin = new Document();
        text(twin, Fields.TITLE, Tokens.of(d.title()));
        text(twin, Fields.TEXT, Tokens.of(Objects.requireNonNull(d.chunks(), "chunks")));
        keywords(twin, Fields.SOURCE, List.of(d.source()));
        keywords(twin, Fields.TYPE, List.of(d.documentType()));
        keywords(twin, Fields.DOSSIER, d.dossier());
        keywords(twin, Fields.THEME, d.theme());
        keywords(twin, Fields.STRENGTH, d.strength());
        keywords(twin, Fields.THEME_STRENGTH, d.themeStrength());
        keywords(twin, Fields.CITES, d.cites());
        keywords(twin, Fields.OWN_IDS, d.ownIds());
        keywords(
                twin,
                Fields.CITED_DOSSIER,
                d.cites().stream().flatMap(key -> DossierPapers.dossiers(key).stream()).toList());
        return twin;
    }

    private static void text(Document twin, String field, Tokens tokens) {
        add(twin, field, tokens.stems());
        add(twin, field + Fields.EXACT, tokens.exact());
    }

    private static void add(Document twin, String field, TokenStream tokens) {
        twin.add(new Field(field, tokens, TextField.TYPE_NOT_STORED));
    }

    private static void keywords(Document twin, String field, Collection<String> values) {
        values.stream()
                .filter(v -> v.length() <= LONGEST_KEYWORD)
                .distinct()
                .forEach(v -> twin.add(new StringField(field, v, Field.Store.NO)));
    }
}
