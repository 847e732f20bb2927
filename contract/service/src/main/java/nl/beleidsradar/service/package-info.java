/**
 * What the three services share at their edge: who may call them, how an event is written and
 * sized, how an error reads, how a step is counted. Nothing here knows what a document is about.
 */
@NullMarked
package nl.beleidsradar.service;

import org.jspecify.annotations.NullMarked;
