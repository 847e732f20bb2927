package nl.beleidsradar.ingest.extract;

/** Reads the text of a file; whatever the file is, the outcome is one of {@link Extracted}. */
public interface TextExtractor {

    Extracted extract(Original original);
}
