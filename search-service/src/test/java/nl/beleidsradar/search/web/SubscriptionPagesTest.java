package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.SampleAlerts;
import nl.beleidsradar.search.query.SampleArchive;
import nl.beleidsradar.search.subscription.MemorySubscriptionLog;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.SubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages on which people follow something. */
@PagesTest
class SubscriptionPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired SampleArchive archive;
    @Autowired SampleAlerts alerts;
    @Autowired Subscriptions subscriptions;
    @Autowired SubscriptionEditing editing;
    @Autowired MemorySubscriptionLog log;

    @BeforeEach
    void restore() {
        archive.down = false;
        archive.empty = false;
        alerts.down = false;
        alerts.empty = false;
        log.instead = Optional.empty();
        log.read = true;
        log.before = () -> {};
        subscriptions.all().forEach(s -> subscriptions.take(s.id(), null));
    }

    @Test
    void explainsHowToBeginWhereNothingIsFollowed() {
        assertThat(html(get("/abonnementen")))
                .contains("U volgt nog niets", "href=\"/abonnementen/nieuw\"", "href=\"/themas\"")
                .doesNotContain("??");
    }

    @Test
    void fillsInWhatASearchWasFor() {
        String page =
                html(
                        get(
                                "/abonnementen/nieuw?q=%22a%22%20%3Cb%3E&theme=cyber&strength=section"
                                        + "&source=tk&type=motie&dossier=36740&reference=kst-1-2"));

        assertThat(page)
                .contains("value=\"&quot;a&quot; &lt;b&gt;\"", "value=\"36740\"")
                .contains("value=\"kst-1-2\"", "<option value=\"cyber\" selected=\"selected\"")
                .contains("<option value=\"section\" selected=\"selected\"")
                .contains("<option value=\"tk\" selected=\"selected\"")
                .contains("<option value=\"motie\" selected=\"selected\"")
                .doesNotContain("??");
    }

    @Test
    void makesASubscriptionAndListsIt() {
        MvcTestResult saved =
                submit(
                        "/abonnementen/nieuw",
                        "opslaan",
                        "name",
                        "<b>Haven</b>",
                        "q",
                        "\"digitale haven\" -begroting",
                        "theme",
                        "cyber",
                        "strength",
                        "main",
                        "channel",
                        "inbox");

        Subscription s = subscriptions.of("local").getFirst();
        assertThat(saved).hasRedirectedUrl("/abonnementen?bewaard=" + s.id());
        assertThat(s.follow().theme()).isEqualTo("cyber");
        assertThat(s.minStrength()).isEqualTo(Strength.MAIN);
        assertThat(html(get("/abonnementen?bewaard=" + s.id())))
                .contains("‘&lt;b&gt;Haven&lt;/b&gt;’ is opgeslagen", "thema Cyber")
                .contains("alleen als hoofdonderwerp", "op de pagina Meldingen", "actief")
                .contains("laatste melding", "href=\"/meldingen?abonnement=" + s.id() + "\"")
                .contains("href=\"/feeds/subscriptions/" + s.id() + ".atom\"", "Deel het dus niet")
                .doesNotContain("<b>Haven</b>", "??");
    }

    @Test
    void showsWhatItWouldBringAndKeepsWhatWasTyped() {
        String page =
                html(
                        submit(
                                "/abonnementen/nieuw",
                                "bekijken",
                                "q",
                                "weerbaarheid",
                                "channel",
                                "mail",
                                "mail",
                                "a@example.org",
                                "frequency",
                                "weekly",
                                "retroactive",
                                "true"));

        assertThat(page)
                .contains("1.248", "95,4", "Dit is erg breed.", "class=\"chart__bar\"")
                .contains("de <mark>weerbaarheid</mark> van de NAVO", "?pagina=2#p2\"")
                .contains("En nog 1.247 documenten.", "value=\"weerbaarheid\"")
                .contains("value=\"a@example.org\"", "form=\"abonnement\"")
                .containsPattern("value=\"weekly\"[^>]* checked")
                .containsPattern("value=\"mail\"[^>]* checked")
                .containsPattern("id=\"retroactive\"[^>]* checked")
                .doesNotContain("??", "style=");
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void warnsWhereNothingIsFound() {
        archive.empty = true;
        assertThat(html(submit("/abonnementen/nieuw", "bekijken", "q", "haven")))
                .contains("In de afgelopen 90 dagen was er niets")
                .doesNotContain("Dit is erg breed");
    }

    @Test
    void savesWithoutThePreviewWhileTheArchiveIsAway() {
        archive.down = true;
        alerts.down = true;
        MvcTestResult preview = submit("/abonnementen/nieuw", "bekijken", "q", "haven");
        assertThat(preview).hasStatus(503);
        assertThat(html(preview)).contains("Opslaan kan wel", "value=\"haven\"");

        assertThat(submit("/abonnementen/nieuw", "opslaan", "q", "haven")).hasStatus(302);
        assertThat(html(get("/abonnementen")))
                .contains("haven")
                .doesNotContain("laatste melding", "nog geen melding");
    }

    @Test
    void tellsAtEachFieldWhatIsWrong() {
        MvcTestResult page =
                submit(
                        "/abonnementen/nieuw",
                        "opslaan",
                        "dossier",
                        "<i>onzin</i>",
                        "channel",
                        "mail",
                        "mail",
                        "geen adres",
                        "name",
                        "x".repeat(201));

        assertThat(page).hasStatus(400);
        assertThat(html(page))
                .contains("<title>Fout: Nieuw abonnement", "Er kloppen 3 dingen niet")
                .contains("href=\"#dossier\"", "href=\"#mail\"", "href=\"#name\"")
                .contains("aria-describedby=\"dossier-fout dossier-uitleg\"")
                .contains("value=\"&lt;i&gt;onzin&lt;/i&gt;\"", "value=\"geen adres\"")
                .doesNotContain("<i>onzin", "??");
        assertThat(html(submit("/abonnementen/nieuw", "opslaan")))
                .contains("Er klopt iets niet", "Vul in wat u wilt volgen");
        assertThat(html(submit("/abonnementen/nieuw", "opslaan", "q", "-alleenniet")))
                .contains("minstens één woord");
        assertThat(
                        html(
                                submit(
                                        "/abonnementen/nieuw",
                                        "opslaan",
                                        "q",
                                        "haven",
                                        "channel",
                                        "webhook",
                                        "webhook",
                                        "javascript:alert(1)",
                                        "frequency",
                                        "daily")))
                .contains("kan niet als webhook", "Een webhook krijgt elke melding meteen");
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void refusesWhatNoFormSends() {
        assertThat(submit("/abonnementen/nieuw", "opslaan", "q", "x", "channel", "duif"))
                .hasStatus(400);
        assertThat(submit("/abonnementen/nieuw", "bekijken", "q", "x", "frequency", "nooit"))
                .hasStatus(400);
        assertThat(get("/abonnementen/bestaat-niet")).hasStatus(404);
        assertThat(submit("/abonnementen/bestaat-niet/verwijderen", "x")).hasStatus(404);
        assertThat(get("/abonnementen?page=0")).hasStatus(400);
        String id = made("q", "haven");
        assertThat(submit("/abonnementen/" + id, "opslaan", "q", "x")).hasStatus(400);
    }

    @Test
    void showsTheSecretOfAWebhookOnce() {
        MvcTestResult page =
                submit(
                        "/abonnementen/nieuw",
                        "opslaan",
                        "q",
                        "haven",
                        "channel",
                        "webhook",
                        "webhook",
                        "http://127.0.0.1:9/haak");

        Subscription s = subscriptions.of("local").getFirst();
        String secret = s.channel().secrets().getFirst().value();
        assertThat(page).hasStatus(201).headers().hasValue("Cache-Control", "no-store");
        assertThat(html(page)).contains("value=\"" + secret + "\"", "alleen deze keer");
        assertThat(html(get("/abonnementen/" + s.id())))
                .contains(
                        "Maak een nieuwe sleutel", "action=\"/abonnementen/" + s.id() + "/sleutel")
                .doesNotContain(secret);
        assertThat(html(get("/abonnementen"))).doesNotContain(secret);

        String rotated = html(submit("/abonnementen/" + s.id() + "/sleutel", ""));
        String next =
                subscriptions.find(s.id()).orElseThrow().channel().secrets().getFirst().value();
        assertThat(next).isNotEqualTo(secret);
        assertThat(rotated).contains("value=\"" + next + "\"", "nog 24 uur geldig");
    }

    @Test
    void saysThatTheHolderOfAnotherAddressIsAsked() {
        String id = made("q", "haven", "channel", "mail", "mail", "ander@example.org");

        assertThat(html(get("/abonnementen?bewaard=" + id)))
                .contains("Naar ander@example.org is een e-mail gestuurd", "wacht op bevestiging");
        assertThat(html(get("/abonnementen?bewaard=" + made("q", "x", "channel", "mail"))))
                .contains("is opgeslagen. U hoort het bij elk nieuw document");
    }

    @Test
    void changesASubscriptionUnlessItWasChangedElsewhere() {
        String id = made("q", "haven");
        String form = html(get("/abonnementen/" + id));
        assertThat(form).contains("name=\"versie\" value=\"1\"", "value=\"haven\"");

        submit(
                "/abonnementen/" + id,
                "opslaan",
                "versie",
                "1",
                "q",
                "kade",
                "channel",
                "mail",
                "frequency",
                "daily");
        Subscription changed = subscriptions.find(id).orElseThrow();
        assertThat(changed.follow().query()).isEqualTo("kade");
        assertThat(changed.channel().kind()).isEqualTo(Channel.Kind.MAIL);
        assertThat(changed.frequency()).isEqualTo(Frequency.DAILY);

        MvcTestResult late =
                submit("/abonnementen/" + id, "opslaan", "versie", "1", "q", "mijn tekst");
        assertThat(late).hasStatus(409);
        assertThat(html(late)).contains("intussen ergens anders gewijzigd", "value=\"mijn tekst\"");
        assertThat(html(submit("/abonnementen/" + id, "bekijken", "versie", "2", "q", "kade")))
                .contains("Wat dit oplevert", "name=\"versie\" value=\"2\"");
    }

    @Test
    void pausesResumesAndEndsAfterAsking() {
        String id = made("q", "haven");

        assertThat(submit("/abonnementen/" + id + "/pauzeren", ""))
                .hasRedirectedUrl("/abonnementen?gepauzeerd=" + id);
        assertThat(html(get("/abonnementen?gepauzeerd=" + id)))
                .contains("is gepauzeerd", "Hervatten");
        assertThat(submit("/abonnementen/" + id + "/hervatten", ""))
                .hasRedirectedUrl("/abonnementen?hervat=" + id);
        assertThat(html(get("/abonnementen/" + id + "/verwijderen")))
                .contains("Ja, verwijderen", "Nee, behouden", "zoekvraag ‘haven’");
        assertThat(subscriptions.find(id)).isPresent();
        assertThat(submit("/abonnementen/" + id + "/verwijderen", "")).hasStatus(302);
        assertThat(subscriptions.find(id)).isEmpty();
        assertThat(html(get("/abonnementen?verwijderd=1")))
                .contains("Het abonnement is verwijderd");
    }

    @Test
    void tellsTheOwnerWhyASubscriptionDoesNotWork() {
        String id = made("q", "haven");
        editing.markBroken(id, 1, "de zoekvraag <i>kan</i> niet worden gelezen");

        assertThat(html(get("/abonnementen")))
                .contains("werkt niet", "de zoekvraag &lt;i&gt;kan&lt;/i&gt; niet", "Hervatten");
    }

    @Test
    void keepsWhatWasTypedWhileTheBrokerIsAway() {
        log.instead = Optional.of(new SubscriptionLog.Outcome.Unavailable("no broker", false));
        MvcTestResult page = submit("/abonnementen/nieuw", "opslaan", "q", "haven");
        assertThat(page).hasStatus(503);
        assertThat(html(page)).contains("Er is niets opgeslagen", "value=\"haven\"");
        log.instead = Optional.of(new SubscriptionLog.Outcome.Unavailable("late", true));
        assertThat(html(submit("/abonnementen/nieuw", "opslaan", "q", "haven")))
                .contains("niet zeker of uw wijziging is opgeslagen");
        log.instead = Optional.empty();

        String id = made("q", "haven");
        log.instead = Optional.of(new SubscriptionLog.Outcome.Busy());
        MvcTestResult paused = submit("/abonnementen/" + id + "/pauzeren", "");
        assertThat(paused).hasStatus(503);
        assertThat(html(paused)).contains("andere abonnementen opgeslagen", "haven");
    }

    @Test
    void saysThatSubscriptionsAreNotReadYet() {
        log.read = false;
        MvcTestResult page = get("/abonnementen");
        assertThat(page).hasStatus(503);
        assertThat(html(page))
                .contains("nu even niet te bekijken")
                .doesNotContain("U volgt nog niets");
    }

    @Test
    void showsManyOnSeveralPages() {
        for (int i = 0; i < 51; i++) {
            made("q", "haven" + i);
        }
        assertThat(html(get("/abonnementen"))).contains("haven50", "href=\"/abonnementen?page=2\"");
        assertThat(html(get("/abonnementen?page=2"))).contains("haven0").doesNotContain("haven50");
    }

    private String made(String... fields) {
        var known = subscriptions.all().stream().map(Subscription::id).toList();
        assertThat(submit("/abonnementen/nieuw", "opslaan", fields)).hasStatus(302);
        return subscriptions.all().stream()
                .map(Subscription::id)
                .filter(id -> !known.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private MvcTestResult submit(String address, String action, String... fields) {
        var request = mvc.post().uri(URI.create(address)).formField("actie", action);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.formField(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
