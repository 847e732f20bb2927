package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalysisMode;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** The decompounder for an analyzer put together in an index's settings; expects folded terms. */
@NamedComponent("dutch_compounds")
public final class DutchCompoundsFilterFactory implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream input) {
        return DutchAnalyzer.parts(input);
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return AnalysisMode.ALL;
    }
}
