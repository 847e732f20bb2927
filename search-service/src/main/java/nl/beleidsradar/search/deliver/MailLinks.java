package nl.beleidsradar.search.deliver;

import java.net.URI;
import nl.beleidsradar.contract.alert.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of our own pages, as a mail needs them. */
@Component
final class MailLinks {

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
