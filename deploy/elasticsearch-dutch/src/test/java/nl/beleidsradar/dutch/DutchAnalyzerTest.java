package nl.beleidsradar.dutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class DutchAnalyzerTest {

    private static final DutchAnalyzer INDEX = DutchAnalyzer.index();

    @Test
    void marksJustThePartOfACompound() {
        assertThat(Terms.withPlaces(INDEX, "De cyberweerbaarheid stijgt"))
                .satisfiesExactly(
                        term -> assertThat(term).startsWith("de["),
                        term -> assertThat(term).endsWith("[3-20]+1"),
                        term -> assertThat(term).isEqualTo("cyber[3-8]+0"),
                        term -> assertThat(term).endsWith("[8-20]+0"),
                        term -> assertThat(term).endsWith("[21-27]+1"));
    }

    @Test
    void findsAPartByWhatOneSearchesFor() {
        assertThat(Terms.of(INDEX, "cyberweerbaarheid"))
                .containsAll(Terms.of(DutchAnalyzer.search(), "weerbaarheid"));
        assertThat(Terms.of(INDEX, "kindertoeslagaffaire"))
                .containsAll(Terms.of(DutchAnalyzer.search(), "kindertoeslag"));
        assertThat(Terms.of(INDEX, "Cyberaanvallen"))
                .containsAll(Terms.of(DutchAnalyzer.search(), "aanval"));
    }

    @Test
    void doesNotSplitWhatOneSearchesFor() {
        assertThat(Terms.of(DutchAnalyzer.search(), "cyberweerbaarheid")).hasSize(1);
    }

    @Test
    void keepsExactWordsWholeAndUnstemmed() {
        assertThat(Terms.of(DutchAnalyzer.exact(), "Financiële moties, cyberweerbaarheid"))
                .containsExactly("financiele", "moties", "cyberweerbaarheid");
    }

    @Test
    void readsAccentsAndSoftHyphensAsPdfTextHasThem() {
        assertThat(Terms.of(DutchAnalyzer.exact(), "financie\u0308le"))
                .containsExactly("financiele");
        assertThat(Terms.of(DutchAnalyzer.exact(), "weer\u00ADbaarheid"))
                .containsExactly("weerbaarheid");
    }

    @Test
    void placesPartsAtTheWholeWordWhereFoldingChangedItsLength() {
        assertThat(Terms.withPlaces(INDEX, "cyber\u00ADweerbaarheid"))
                .allSatisfy(term -> assertThat(term).contains("[0-18]"));
    }

    @Test
    void anIndexWithOffsetsAcceptsEveryToken() throws IOException {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        Document document = new Document();
        document.add(
                new Field(
                        "text",
                        "Kindertoeslagaffaire, stikstofdepositiebeleid: cyberaanvallen ĳsvrije ﬁnanciën",
                        type));
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(INDEX))) {
            writer.addDocument(document);
            writer.commit();
            assertThat(writer.getDocStats().numDocs).isOne();
        }
    }
}
