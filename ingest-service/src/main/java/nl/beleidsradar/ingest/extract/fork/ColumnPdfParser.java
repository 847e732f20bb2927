package nl.beleidsradar.ingest.extract.fork;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Tika's reader of PDFs, which also gets pages right whose two columns were written line by line
 * across both.
 */
public final class ColumnPdfParser extends PDFParser {

    private static final long serialVersionUID = 1;

    @Override
    protected PDDocument getPDDocument(
            InputStream in,
            TikaInputStream file,
            @Nullable String password,
            StreamCacheCreateFunction cache,
            Metadata metadata,
            ParseContext context)
            throws IOException, EncryptedDocumentException {
        PDDocument pdf = super.getPDDocument(in, file, password, cache, metadata, context);
        if (pdf != null) {
            TwoColumns.mark(pdf);
        }
        return pdf;
    }
}
