package nl.beleidsradar.ingest.fetch.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A file that came whole.
 *
 * @param value what was made of its bytes
 * @param address where it came from after redirects
 * @param contentType as the host wrote it
 */
public record Downloaded<T>(T value, URI address, @Nullable String contentType) {}
