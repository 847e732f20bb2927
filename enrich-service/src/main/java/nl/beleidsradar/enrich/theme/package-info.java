/**
 * Finds the policy themes a text speaks of. A theme is data (a YAML file: words, words that cancel
 * them, examples); one pass over the words of a text finds the terms of all themes at once, and
 * each tag carries the passages that say so, as they stand in the original text.
 */
@NullMarked
package nl.beleidsradar.enrich.theme;

import org.jspecify.annotations.NullMarked;
