/**
 * What runs inside the extraction process: nothing but Tika and the Java platform is there. It
 * takes a file's embedded documents out as files; they are read one by one afterwards, each within
 * limits of its own.
 */
@NullMarked
package nl.beleidsradar.ingest.extract.fork;

import org.jspecify.annotations.NullMarked;
