package nl.beleidsradar.search.deliver;

import java.net.URI;
import java.util.List;
import nl.beleidsradar.contract.alert.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of our own pages, as a mail needs them. */
@Component
final class MailLinks {

    /** A header line is to stay below what mail servers take. */
    private static final int MOST_ENDED = 10;

    private final URI pages;

    MailLinks(@Value("${beleidsradar.public-url:http://127.0.0.1:8080}") URI pages) {
        this.pages = pages;
    }

    URI document(String id) {
        return link("documenten", id).build().encode().toUri();
    }

    URI alerts() {
        return link("meldingen").build().encode().toUri();
    }

    URI subscriptions() {
        return link("abonnementen").build().encode().toUri();
    }

    URI sources() {
        return link("bronnen").build().encode().toUri();
    }

    URI pause(Subscription subscription) {
        return withToken("pauzeren", subscription);
    }

    URI end(Subscription subscription) {
        return withToken("afmelden", subscription);
    }

    /**
     * Ends everything that a mail was sent for: one click is to stop such mails, not some of them.
     *
     * @param subscriptions at least one
     */
    URI endAll(List<Subscription> subscriptions) {
        UriComponentsBuilder link = UriComponentsBuilder.fromUri(end(subscriptions.getFirst()));
        subscriptions.stream()
                .skip(1)
                .limit(MOST_ENDED - 1)
                .forEach(s -> link.queryParam("ook", s.id() + "." + s.token()));
        return link.build(true).toUri();
    }

    URI confirm(Subscription subscription) {
        return withToken("bevestigen", subscription);
    }

    private URI withToken(String what, Subscription subscription) {
        return link(what, subscription.id())
                .queryParam("token", "{token}")
                .build(subscription.token());
    }

    private UriComponentsBuilder link(String... segments) {
        return UriComponentsBuilder.fromUri(pages).pathSegment(segments);
    }
}
