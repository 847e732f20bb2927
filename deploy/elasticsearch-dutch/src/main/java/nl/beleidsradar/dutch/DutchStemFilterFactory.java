package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** The stemmer for an analyzer put together in an index's settings; expects folded terms. */
@NamedComponent("dutch_stem")
public final class DutchStemFilterFactory implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream input) {
        return new DutchStemFilter(input);
    }
}
