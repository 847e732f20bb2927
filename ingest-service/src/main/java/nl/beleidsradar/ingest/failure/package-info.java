/** What did not make it, why, and trying it again. */
@NullMarked
package nl.beleidsradar.ingest.failure;

import org.jspecify.annotations.NullMarked;
