/**
 * Brings alerts to the people they are for: what is due and in which message ({@code Outbox}, which
 * knows nothing but times and records), and the channels that take it there. A message counts as
 * sent only when its receiver has accepted it.
 */
@NullMarked
package nl.beleidsradar.search.deliver;

import org.jspecify.annotations.NullMarked;
