/**
 * Subscriptions and alerts: what people follow, what was found for them, what they were told and
 * what reached them. Each record here is an event on a topic of its own, or a part of one.
 */
@NullMarked
package nl.beleidsradar.contract.alert;

import org.jspecify.annotations.NullMarked;
