package nl.beleidsradar.search.subscription;

import java.util.List;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;

/** What became of a change that someone wanted to make to a subscription. */
public sealed interface EditOutcome {

    /**
     * It is in force, here and for every document that is enriched from now on.
     *
     * @param secret a webhook's new secret, to be told this once; null where there is none
     */
    record Saved(Subscription subscription, @Nullable String secret) implements EditOutcome {}

    /** It is gone. */
    record Ended(String id) implements EditOutcome {}

    /**
     * The wish cannot be granted.
     *
     * @param problems at least one
     */
    record Refused(List<Problem> problems) implements EditOutcome {}

    /** The owner has as many as one may have. */
    record Full(int most) implements EditOutcome {}

    /** There is none (any more) with that id. */
    record Unknown(String id) implements EditOutcome {}

    /**
     * Someone else changed it before.
     *
     * @param present version in force
     */
    record Overtaken(int present) implements EditOutcome {}

    /** Others are saving right now; nothing was changed. */
    record Busy() implements EditOutcome {}

    /**
     * It could not be kept.
     *
     * @param saved whether it may be in force, or come to be, all the same
     */
    record Unavailable(String detail, boolean saved) implements EditOutcome {}

    /**
     * What is wrong with one part of a draft.
     *
     * @param field as the API names it, such as {@code channel.to}
     * @param detail in English, to be read after the field: {@code must be ...}
     */
    record Problem(String field, String detail) {}
}
