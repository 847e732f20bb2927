/**
 * The themes as staff see and change them: the packaged files, overlaid by what staff saved, and
 * how far the archive has followed. Whether a theme file is right is for enrich-service to say;
 * here it is only named, versioned and kept.
 */
@NullMarked
package nl.beleidsradar.search.theme;

import org.jspecify.annotations.NullMarked;
