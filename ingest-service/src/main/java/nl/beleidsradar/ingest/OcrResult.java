package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.extract.Extracted;

/**
 * What came of reading the pictures of a document's pages.
 *
 * @param contentHash of the bytes that were read
 * @param outcome the document's whole text, or why there is none
 * @param ocr whether any of that text came from pictures
 */
record OcrResult(String contentHash, Extracted outcome, boolean ocr) {}
