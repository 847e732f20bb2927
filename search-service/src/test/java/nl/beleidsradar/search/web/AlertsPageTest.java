package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.SampleAlerts;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of what somebody was told. */
@PagesTest
class AlertsPageTest {

    @Autowired MockMvcTester mvc;
    @Autowired SampleAlerts alerts;
    @Autowired Subscriptions subscriptions;

    @BeforeEach
    void restore() {
        alerts.down = false;
        alerts.empty = false;
        subscriptions.all().forEach(s -> subscriptions.take(s.id(), null));
    }

    @Test
    void showsEachDocumentOnceWithItsReasonsAndWhatBecameOfIt() {
        follow(SampleAlerts.CYBER, "Cyber <in> moties");

        String page = html(get("/meldingen"));

        assertThat(page)
                .containsOnlyOnce("data-document=\"ob:kst-36600-V-12\"")
                .contains("<mark>cyberweerbaarheid</mark> van havens", "thema Cyber")
                .contains("href=\"/documenten/ob:kst-36600-V-12?pagina=1#p1\"")
                .contains("href=\"https://zoek.officielebekendmakingen.nl/kst-36600-V-12.html\"")
                .contains("En nog 7 nieuwe passages", "href=\"/dossiers/36600-V\"")
                .contains("Waarom kreeg ik dit?", "Cyber &lt;in&gt; moties")
                .contains("Staat op deze pagina.")
                .contains("Bezorgd per e-mail aan liaison@example.org, 20 november 2026 12:00")
                .contains("Ook gezegd in 23 andere documenten", "En nog 21 documenten.")
                .doesNotContain("??");
        assertThat(alerts.asked).isNotNull();
        assertThat(alerts.asked.silent()).isFalse();
        assertThat(alerts.asked.owner()).isEqualTo("local");
    }

    @Test
    void groupsByDay() {
        assertThat(html(get("/meldingen")))
                .contains("id=\"dag-2026-11-20\"", "id=\"dag-2026-11-19\"")
                .contains("donderdag 19 november 2026");
    }

    @Test
    void marksWhatIsNewInAVersionWhatCameLateAndWhatFailed() {
        assertThat(html(get("/meldingen")))
                .contains("nieuwe passage", "3 uur na het document")
                .contains("De volgende poging is op 20 november 2026 12:01", "answered 503")
                .contains("inmiddels is beëindigd", "Niet bezorgd per e-mail");
    }

    @Test
    void escapesWhatOthersWrote() {
        assertThat(html(get("/meldingen")))
                .contains("&lt;script&gt;alert(&#39;titel&#39;)&lt;/script&gt;")
                .contains(
                        "550 &lt;b&gt;nee&lt;/b&gt;", "De ", "<mark>digitale &lt;haven&gt;</mark>")
                .doesNotContain("<script>", "<img src=x", "href=\"javascript:", "<b>nee");
    }

    @Test
    void listsWhatWasKeptSilentWhenAsked() {
        String page = html(get("/meldingen?stil=1&laat=1"));

        assertThat(page)
                .contains("niet gemeld: thema gewijzigd", "niet gemeld: nieuwe bron ingelezen")
                .contains("niet gemeld: al eerder gezegd", "niet gemeld: alleen formeel")
                .contains("Waarom staat dit hier?")
                .contains("id=\"stil-uitleg\"", "id=\"laat-uitleg\"")
                .containsPattern("id=\"stil\"[^>]* checked")
                .containsPattern("id=\"laat\"[^>]* checked");
        assertThat(alerts.asked).isNotNull();
        assertThat(alerts.asked.silent()).isTrue();
        assertThat(alerts.asked.late()).isTrue();
    }

    @Test
    void keepsTheChoiceWhilePaging() {
        follow(SampleAlerts.CYBER, "Cyber");
        String page = html(get("/meldingen?abonnement=" + SampleAlerts.CYBER + "&stil=1"));
        assertThat(page)
                .contains(
                        "href=\"/meldingen?abonnement="
                                + SampleAlerts.CYBER
                                + "&amp;stil=1&amp;na=")
                .contains("href=\"/feeds/subscriptions/" + SampleAlerts.CYBER + ".atom\"")
                .contains("‘Cyber’ aanpassen");
        String next = page.replaceAll("(?s).*&amp;na=([^\"]+)\".*", "$1");
        assertThat(html(get("/meldingen?na=" + next))).contains("Naar de nieuwste");
        assertThat(alerts.asked).isNotNull();
        assertThat(alerts.asked.after()).isEqualTo(next);
        assertThat(get("/meldingen?na=onzin")).hasStatus(400);
    }

    @Test
    void saysWhyThereIsNothing() {
        alerts.empty = true;
        assertThat(html(get("/meldingen"))).contains("U volgt nog niets.", "Nieuw abonnement");
        follow(SampleAlerts.CYBER, "Cyber");
        assertThat(html(get("/meldingen"))).contains("Er zijn nog geen meldingen.");
        assertThat(html(get("/meldingen?laat=1"))).contains("Er is niets te laat gekomen.");
    }

    @Test
    void saysThatTheListCannotBeReadAndThatNothingIsLost() {
        alerts.down = true;
        MvcTestResult page = get("/meldingen");
        assertThat(page).hasStatus(503);
        assertThat(html(page))
                .contains("Er gaat niets verloren")
                .doesNotContain("U volgt nog niets");
    }

    private void follow(String id, String name) {
        Instant now = Instant.now();
        subscriptions.take(
                id,
                new Subscription(
                        id,
                        "local",
                        name,
                        new Follow("cyber", null, null, null, null, null),
                        null,
                        new Channel(Channel.Kind.INBOX, null, null, List.of()),
                        Frequency.IMMEDIATE,
                        false,
                        Subscription.State.ACTIVE,
                        null,
                        1,
                        now,
                        now,
                        "token"));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
