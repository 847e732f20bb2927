package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** Makes {@link DutchAnalyzer#index()} known to Elasticsearch as {@code dutch_index}. */
@NamedComponent("dutch_index")
public final class DutchIndexAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return DutchAnalyzer.index();
    }
}
