package nl.beleidsradar.search.web;

import org.springframework.stereotype.Component;

/** Tells what following something would have brought. */
@Component
final class FollowPreviews {

    private static final int UNAVAILABLE = 503;

    SubscriptionForm of(SubscriptionForm form, Wording say) {
        return form.because(UNAVAILABLE, "subscription.noPreview");
    }
}
