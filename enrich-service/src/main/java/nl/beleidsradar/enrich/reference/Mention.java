package nl.beleidsradar.enrich.reference;

import java.util.List;
import nl.beleidsradar.contract.Reference.Role;

/**
 * One citation in a text, of one document or of a list of them.
 *
 * @param pattern the pattern that found it, as {@code family/pattern}
 * @param start in the text that was searched
 * @param targets empty for a look-alike, whose span no later pattern may use
 */
record Mention(String pattern, int start, int end, List<Target> targets, Role role) {

    Mention {
        targets = List.copyOf(targets);
    }

    /** With the span of another, of which no part can be told to be this one's. */
    Mention at(Mention other) {
        return new Mention(pattern, other.start, other.end, targets, role);
    }

    Mention movedBy(int distance) {
        return new Mention(pattern, start + distance, end + distance, targets, role);
    }
}
