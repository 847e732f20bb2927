package nl.beleidsradar.ingest.extract.fork;

import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.EmbeddedDocumentExtractorFactory;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;

/** Tika asks it who is to handle the embedded documents of a file. */
public final class UnpackerFactory implements EmbeddedDocumentExtractorFactory {

    private static final long serialVersionUID = 1;
    private static final Unpacking NOTHING = new Unpacking("", 0, 0);

    @Override
    public EmbeddedDocumentExtractor newInstance(Metadata container, ParseContext context) {
        return new Unpacker(context.get(Unpacking.class, NOTHING), container, context);
    }
}
