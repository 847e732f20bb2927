/**
 * Asking remote hosts for pages and files, politely and safely: within a rate, with limits on time,
 * size, speed and redirects, and only from the public hosts a source names.
 */
@NullMarked
package nl.beleidsradar.ingest.fetch.web;

import org.jspecify.annotations.NullMarked;
