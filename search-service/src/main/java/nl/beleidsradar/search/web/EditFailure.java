package nl.beleidsradar.search.web;

import nl.beleidsradar.search.subscription.EditOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Why a change to a subscription was not made, where its owner can do nothing but try again.
 *
 * @param status HTTP status of the page that says so
 * @param key of the sentence
 */
record EditFailure(int status, String key) {

    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    /** Null where it was made, or the owner must mend something. */
    static @Nullable EditFailure of(EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Full _ -> new EditFailure(CONFLICT, "subscription.full");
            case EditOutcome.Overtaken _ -> new EditFailure(CONFLICT, "subscription.overtaken");
            case EditOutcome.Busy _ -> new EditFailure(UNAVAILABLE, "subscription.busy");
            case EditOutcome.Unavailable(String _, boolean saved) ->
                    new EditFailure(
                            UNAVAILABLE,
                            saved ? "subscription.uncertain" : "subscription.unavailable");
            case EditOutcome.Saved _ -> null;
            case EditOutcome.Ended _ -> null;
            case EditOutcome.Refused _ -> null;
            case EditOutcome.Unknown _ -> null;
        };
    }
}
