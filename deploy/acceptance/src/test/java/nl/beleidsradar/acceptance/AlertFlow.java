package nl.beleidsradar.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The whole way of a member of staff, in a browser without scripts: a search is followed, a
 * document arrives, and it is told in the list of alerts and by mail, once.
 */
final class AlertFlow {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORD = "kwelderbescherming";

    private AlertFlow() {}

    static void followsASearchAndIsToldOfADocumentInTheListAndByMail(Page page, Api api) {
        followASearch(page, api, "In de lijst", "channel");
        followASearch(page, api, "Per post", "channel-mail");
        assertThat(page.locator(".subscription")).hasCount(2);

        assertThat(api.upload("brief", "Brief over de kust", sentence("eerste")).statusCode())
                .isEqualTo(202);
        Locator alert = page.locator("[data-document='upload:brief']");
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    page.navigate(api.search + "/meldingen");
                    assertThat(alert.count()).isEqualTo(1);
                    assertThat(alert.locator("[data-state=delivered]").count()).isEqualTo(1);
                });
        assertThat(alert.locator("mark").first()).hasText(WORD);
        assertThat(alert.locator(".why")).containsText("In de lijst");
        assertThat(alert.locator(".why")).containsText("Per post");
        List<JsonNode> mails = api.mails();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().toString()).contains("local@localhost");

        alert.locator("h3 a").click();
        page.waitForURL(Pattern.compile(".*/documenten/upload:brief"));
        assertThat(page.locator("h1")).hasText("Brief over de kust");

        staysSilentOnACopyAndWhilePaused(page, api, alert);
        showsThatAlertsArrive(page, api);
    }

    /** From the search page, by its button, through the preview. */
    private static void followASearch(Page page, Api api, String name, String channel) {
        page.navigate(api.search + "/?q=" + WORD);
        page.locator("a.follow").click();
        page.waitForURL(Pattern.compile(".*/abonnementen/nieuw.*"));
        assertThat(page.locator("#q")).hasValue(WORD);
        page.locator("#" + channel).check();
        page.locator("#name").fill(name);
        page.locator("#bekijken").click();
        assertThat(page.locator("#voorbeeld-niets")).isVisible();
        assertThat(page.locator("#name")).hasValue(name);
        page.locator("#voorbeeld #opslaan").click();
        page.waitForURL(Pattern.compile(".*/abonnementen\\?bewaard=.*"));
        assertThat(page.locator("#gelukt")).containsText(name);
    }

    private static void staysSilentOnACopyAndWhilePaused(Page page, Api api, Locator alert) {
        api.upload("kopie", "Dezelfde brief", sentence("eerste"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    page.navigate(api.search + "/meldingen");
                    assertThat(alert.locator(".echoes").count()).isEqualTo(1);
                });
        assertThat(page.locator("[data-document='upload:kopie']")).hasCount(0);

        page.navigate(api.search + "/abonnementen");
        Locator mail = page.locator(".subscription").filter(named("Per post"));
        mail.locator("button").click();
        page.waitForURL(Pattern.compile(".*gepauzeerd=.*"));
        api.upload("tweede", "Tweede brief", sentence("tweede"));
        Locator second = page.locator("[data-document='upload:tweede']");
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    page.navigate(api.search + "/meldingen");
                    assertThat(second.count()).isEqualTo(1);
                });
        assertThat(second.locator(".why")).not().containsText("Per post");
        assertThat(api.mails()).hasSize(1);
    }

    /** The probes that prove it are in no list of people's own. */
    private static void showsThatAlertsArrive(Page page, Api api) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    page.navigate(api.search + "/bronnen");
                    assertThat(page.locator("#meldingen-werken + .state--good").count())
                            .isEqualTo(1);
                });
        assertThat(api.ids("source=canary")).isNotEmpty();
        assertThat(api.ids("q=proefdocument")).isEmpty();
        page.navigate(api.search + "/abonnementen");
        assertThat(page.locator(".subscription")).hasCount(2);
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    private static String sentence(String which) {
        return "De %s brief gaat over %s langs de kust. Meer staat er niet in."
                .formatted(which, WORD);
    }
}
