/**
 * The enrich service: reads each extracted document, tags its policy themes, finds every document
 * it refers to, and passes it on. {@code Enricher} is the pure function, {@code EnrichStream} the
 * edge to the log, {@code AnalyzeCommand} and {@code AnalyzeController} let a person try a text.
 */
@NullMarked
package nl.beleidsradar.enrich;

import org.jspecify.annotations.NullMarked;
