/**
 * How fast enrichment is and how that grows: benchmarks that stand in the package of what they
 * measure, as it is open to its own package only. {@code BenchmarkTable} runs them all and sets
 * each figure beside its target.
 */
@NullMarked
package nl.beleidsradar.enrich;

import org.jspecify.annotations.NullMarked;
