/**
 * From original bytes to text. Plain text and official publication XML are read here; every other
 * format goes to Tika, which runs in its own limited process.
 */
@NullMarked
package nl.beleidsradar.ingest.extract;

import org.jspecify.annotations.NullMarked;
