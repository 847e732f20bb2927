package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** Lower-case, accents and invisible characters folded: also for normalizers of keyword fields. */
@NamedComponent("dutch_folding")
public final class DutchFoldingFilterFactory implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream input) {
        return new ASCIIFoldingFilter(new MarksFilter(new LowerCaseFilter(input)));
    }

    @Override
    public TokenStream normalize(TokenStream input) {
        return create(input);
    }
}
