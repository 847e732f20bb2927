/**
 * What people follow: the view that every instance holds of the {@code subscriptions} topic, and
 * the changes that people make to it. Knows nothing of how documents are matched or told of.
 */
@NullMarked
package nl.beleidsradar.search.subscription;

import org.jspecify.annotations.NullMarked;
