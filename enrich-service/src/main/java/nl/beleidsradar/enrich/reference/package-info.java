/**
 * Finds which documents a text refers to. A family of citations is data: a file of patterns over
 * named fragments, with its own examples; only the numbering of Kamerstukken and of EU acts is
 * code. Plain Java without Spring, so that the search service can read a typed Kamerstuk the same
 * way.
 */
@NullMarked
package nl.beleidsradar.enrich.reference;

import org.jspecify.annotations.NullMarked;
