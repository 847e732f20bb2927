/**
 * Where the document store is: a folder, or a bucket of a server that speaks S3. One place reads
 * the settings and chooses, so that all services follow the same ones.
 */
@NullMarked
package nl.beleidsradar.service.store;

import org.jspecify.annotations.NullMarked;
