package nl.beleidsradar.search.inbox;

/**
 * How many alerts there were.
 *
 * @param sent went, or will go, to their recipients
 * @param silent were listed only
 * @param late of those sent, came late
 */
public record AlertCounts(long sent, long silent, long late) {}
