package nl.beleidsradar.dutch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The three ways Dutch text becomes terms; safe for use by several threads. */
public final class DutchAnalyzer extends Analyzer {

    private enum Steps {
        EXACT,
        STEMMED,
        STEMMED_WITH_PARTS
    }

    private final Steps steps;

    private DutchAnalyzer(Steps steps) {
        this.steps = steps;
    }

    /** For text that is searched: stems, and the parts of compounds with their own offsets. */
    public static DutchAnalyzer index() {
        return new DutchAnalyzer(Steps.STEMMED_WITH_PARTS);
    }

    /** For what is searched for: stems, and no parts, or cyberweerbaarheid would find all cyber. */
    public static DutchAnalyzer search() {
        return new DutchAnalyzer(Steps.STEMMED);
    }

    /** For exact phrases: lower-case, accents folded, nothing else. */
    public static DutchAnalyzer exact() {
        return new DutchAnalyzer(Steps.EXACT);
    }

    /** What {@link #index()} makes of a text, from what {@link #exact()} made of it. */
    public static TokenStream indexed(TokenStream exact) {
        return new DutchStemFilter(parts(exact));
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer source = new StandardTokenizer();
        TokenStream folded = normalize(fieldName, source);
        return new TokenStreamComponents(
                source,
                switch (steps) {
                    case EXACT -> folded;
                    case STEMMED -> new DutchStemFilter(folded);
                    case STEMMED_WITH_PARTS -> indexed(folded);
                });
    }

    /** What a wildcard or prefix goes through. */
    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new MarksFilter(new LowerCaseFilter(in)));
    }

    static TokenStream parts(TokenStream folded) {
        return new CompoundPartsFilter(folded, new CompoundSplitter(CompoundLexicon.openTaal()));
    }
}
