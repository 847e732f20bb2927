/**
 * The log of extracted documents as archive. {@link nl.beleidsradar.enrich.archive.Retagging}
 * brings what older rules tagged up to the rules in force, behind the stream's back and never ahead
 * of it; {@link nl.beleidsradar.enrich.archive.ArchiveSweep} reads it for those who only look.
 */
@NullMarked
package nl.beleidsradar.enrich.archive;

import org.jspecify.annotations.NullMarked;
