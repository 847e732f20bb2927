package nl.beleidsradar.search.inbox;

import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts to list.
 *
 * @param owner only this person's
 * @param subscription id; only alerts that it is a reason for
 * @param document id
 * @param silent also those that were not sent; else only those that were
 * @param late only those that came late
 * @param after the {@code next} of the page before; null for the newest
 * @param size most alerts of the page, 1 to 100
 */
public record AlertQuery(
        String owner,
        @Nullable String subscription,
        @Nullable String document,
        boolean silent,
        boolean late,
        @Nullable String after,
        int size) {

    public static final int MAX_SIZE = 100;
    public static final int DEFAULT_SIZE = 20;

    public AlertQuery {
        if (size < 1 || size > MAX_SIZE) {
            throw new BadRequest("size must be a whole number from 1 to " + MAX_SIZE);
        }
        if (after != null) {
            Cursor.parse(after);
        }
    }

    /** The newest that were sent to somebody. */
    public static AlertQuery of(String owner) {
        return new AlertQuery(owner, null, null, false, false, null, DEFAULT_SIZE);
    }

    public AlertQuery subscription(@Nullable String id) {
        return new AlertQuery(owner, id, document, silent, late, after, size);
    }

    public AlertQuery document(@Nullable String id) {
        return new AlertQuery(owner, subscription, id, silent, late, after, size);
    }

    public AlertQuery withSilent(boolean also) {
        return new AlertQuery(owner, subscription, document, also, late, after, size);
    }

    public AlertQuery onlyLate(boolean only) {
        return new AlertQuery(owner, subscription, document, silent, only, after, size);
    }

    /**
     * @throws BadRequest if it is no {@code next} of an earlier page
     */
    public AlertQuery after(@Nullable String next) {
        return new AlertQuery(owner, subscription, document, silent, late, next, size);
    }

    public AlertQuery size(int most) {
        return new AlertQuery(owner, subscription, document, silent, late, after, most);
    }
}
