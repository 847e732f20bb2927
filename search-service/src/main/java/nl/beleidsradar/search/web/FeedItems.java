package nl.beleidsradar.search.web;

import static nl.beleidsradar.search.web.AtomFeed.legal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.search.inbox.Alert;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.service.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** Documents and alerts as entries of a feed, all of their texts escaped. */
final class FeedItems {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final PublicUrl url;
    private final Wording say;

    FeedItems(PublicUrl url, Wording say) {
        this.url = url;
        this.say = say;
    }

    AtomFeed.Item document(SearchPage.Hit hit) {
        @Nullable LocalDate day = hit.published();
        var html = new StringBuilder();
        for (SearchPage.Snippet snippet : hit.snippets()) {
            // Snippets are safe HTML already, with the matches marked.
            html.append("<p>").append(snippet.html()).append(place(snippet.page())).append("</p>");
        }
        return new AtomFeed.Item(
                "urn:beleidsradar:document:" + encoded(hit.id()),
                title(hit.title(), hit.id()),
                day == null ? Instant.EPOCH : day.atStartOfDay(DUTCH_TIME).toInstant(),
                say.source(hit.source()),
                url.of(Links.document(hit.id())),
                Links.external(hit.url()),
                html.toString());
    }

    /** Only what is a reason for that subscription: others of its owner are not its readers'. */
    AtomFeed.Item alert(Alert alert, String subscription) {
        AlertRaised raised = alert.raised();
        AlertDocument document = raised.document();
        var html = new StringBuilder();
        for (AlertRaised.Mention mention : raised.mentions()) {
            if (mention.subscriptions().contains(subscription)) {
                html.append(mention(document, mention));
            }
        }
        if (raised.more() > 0) {
            html.append("<p>").append(escaped(say.text("feed.more", raised.more()))).append("</p>");
        }
        return new AtomFeed.Item(
                "urn:beleidsradar:alert:" + raised.id(),
                title(document.title(), document.id()),
                raised.raised(),
                say.source(document.source()),
                url.of(Links.document(document.id())),
                Links.external(document.url()),
                html.toString());
    }

    private String mention(AlertDocument document, AlertRaised.Mention mention) {
        String href = url.of(Links.document(document.id(), mention.page()));
        String terms =
                mention.terms().isEmpty()
                        ? ""
                        : " – "
                                + escaped(
                                        say.text("feed.terms", String.join(", ", mention.terms())));
        return "<blockquote><p>"
                + escaped(mention.passage())
                + "</p></blockquote><p><a href=\""
                + escaped(href)
                + "\">"
                + escaped(subject(mention.subject()))
                + "</a>"
                + place(mention.page())
                + terms
                + "</p>";
    }

    private String subject(Subject subject) {
        return switch (subject.kind()) {
            case THEME -> say.theme(subject.value());
            case QUERY -> "“" + subject.value() + "”";
            case DOSSIER, REFERENCE -> subject.value();
        };
    }

    private String place(@Nullable Integer page) {
        return page == null ? "" : " (" + escaped(say.text("hit.page", page)) + ")";
    }

    /** A title is never blank, as readers show nothing else. */
    private static String title(String title, String id) {
        return legal(title).isBlank() ? id : title;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String encoded(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
