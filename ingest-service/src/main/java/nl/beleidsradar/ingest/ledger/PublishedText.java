package nl.beleidsradar.ingest.ledger;

import java.util.List;

/**
 * What is remembered of a published event.
 *
 * @param textRef key of its text in the document store
 */
public record PublishedText(long sequence, String textRef, String title, List<String> limits) {}
