package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** Makes {@link DutchAnalyzer#search()} known to Elasticsearch as {@code dutch_search}. */
@NamedComponent("dutch_search")
public final class DutchSearchAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return DutchAnalyzer.search();
    }
}
