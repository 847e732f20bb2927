/**
 * Measures what enrichment finds in labelled documents: {@code QualityRun} reads the labels, has
 * the packaged service analyse the documents, judges each find, and sets the outcome beside the
 * targets and beside the committed baseline.
 */
@NullMarked
package nl.beleidsradar.quality;

import org.jspecify.annotations.NullMarked;
