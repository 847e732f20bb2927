package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** Makes {@link DutchAnalyzer#exact()} known to Elasticsearch as {@code dutch_exact}. */
@NamedComponent("dutch_exact")
public final class DutchExactAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return DutchAnalyzer.exact();
    }
}
