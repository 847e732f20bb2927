package nl.beleidsradar.search.deliver;

import static nl.beleidsradar.search.deliver.TestAlerts.RAISED;
import static nl.beleidsradar.search.deliver.TestAlerts.alert;
import static nl.beleidsradar.search.deliver.TestAlerts.mail;
import static nl.beleidsradar.search.deliver.TestAlerts.mention;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.AlertRaised.Change;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.ingest.IngestReports;
import nl.beleidsradar.search.theme.Themes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * What mails say; each kind is also left in {@code target/mails}, where the browser test of the
 * whole checks them.
 */
class MailTextsTest {

    private static final Recipient ANN = mail("ann@example.org");
    private static final Subscription CYBER =
            TestAlerts.subscription("s1", ANN, Frequency.IMMEDIATE, true);
    private static final String HOSTILE =
            "\"><script>alert('x')</script><img src=x onerror=alert(1)> & ${7*7} [[${8*8}]] \r\nBcc: all@example.org";

    private static HttpServer ingest;
    private static ConfigurableApplicationContext context;
    private static MailTexts texts;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = IngestReports.class)
    @Import({
        Themes.class,
        MailTexts.class,
        MailWording.class,
        MailLinks.class,
        MailTemplates.class
    })
    static class Beans {}

    @BeforeAll
    static void start() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext(
                "/api/sources",
                exchange -> {
                    byte[] body =
                            """
                            {"items":[{"id":"tk","state":"late","listed":311,"held":300,"failed":3,
                              "refused":0,"missingCount":8,"missing":[],"lastPoll":"2026-11-20T08:00:00Z"},
                             {"id":"ob","state":"ok","listed":12,"held":12,"failed":0,"refused":0,
                              "missingCount":0,"missing":[]}]}
                            """
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        ingest.start();
        context =
                new SpringApplicationBuilder(Beans.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--beleidsradar.ingest-url=http://127.0.0.1:"
                                        + ingest.getAddress().getPort(),
                                "--beleidsradar.public-url=https://radar.example.org");
        texts = context.getBean(MailTexts.class);
    }

    @AfterAll
    static void stop() {
        context.close();
        ingest.stop(0);
    }

    @Test
    void saysWhatWhereAndWhy() throws IOException {
        MailMessage.Content content = one("alert", alert("a1", ANN, "s1"));

        assertThat(content.subject()).isEqualTo("Nieuw over Cyber: Motie a1");
        assertThat(content.html())
                .contains(
                        "<html lang=\"nl\"",
                        "<title>Nieuw over Cyber: Motie a1</title>",
                        "Thema Cyber",
                        "de <mark>cyberweerbaarheid</mark> te vergroten",
                        "pagina 3",
                        "Motie · Officiële bekendmakingen · 20 november 2026",
                        "href=\"https://radar.example.org/documenten/ob:kst-36600-V-12\"",
                        "href=\"https://zoek.officielebekendmakingen.nl/kst-36600-V-12.html\"",
                        "href=\"https://radar.example.org/pauzeren/s1?token=geheim\"",
                        "href=\"https://radar.example.org/afmelden/s1?token=geheim\"",
                        "‘Cyber &amp; &lt;havens&gt;’")
                .doesNotContain("<table", "<img", "archief?");
        assertThat(content.text())
                .contains(
                        "Nieuw over Cyber\n",
                        "> Verzoekt de regering de *cyberweerbaarheid* te vergroten. (pagina 3)",
                        "https://radar.example.org/documenten/ob:kst-36600-V-12",
                        "https://radar.example.org/afmelden/s1?token=geheim",
                        "‘Cyber & <havens>’")
                .doesNotContain("&amp;", "[#", "[(");
    }

    @Test
    void saysThatAPassageIsNewInThisVersion() throws IOException {
        AlertRaised a = alert("a1", ANN, "s1");
        MailMessage.Content content =
                one(
                        "new-version",
                        with(
                                a,
                                "Brief",
                                List.of(mention("s1", "Nieuwe zin.", Change.NEW_VERSION)),
                                143));

        assertThat(content.subject()).startsWith("Nieuwe passage in Brief");
        assertThat(content.html()).contains("nieuw in deze versie", "En nog 143 passages");
        assertThat(content.text()).contains("nieuw in deze versie", "En nog 143 passages");
    }

    @Test
    void whatOthersWroteStaysText() throws Exception {
        AlertRaised a = alert("a1", ANN, "s1");
        MailMessage.Content content =
                one(
                        "hostile",
                        with(a, HOSTILE, List.of(mention("s1", HOSTILE, Change.NEW_DOCUMENT)), 0));

        assertThat(content.html())
                .doesNotContain("<script", "<img", "49", ">64<")
                .contains("&lt;script&gt;", "${7*7} [[${8*8}]]");
        MimeMessage mime =
                new MailMessage(
                                "<a1@beleidsradar.localhost>",
                                "ann@example.org",
                                RAISED,
                                content,
                                URI.create("https://radar.example.org/afmelden/s1?token=geheim"))
                        .mime(
                                jakarta.mail.Session.getInstance(new Properties()),
                                "beleidsradar@localhost",
                                "beleidsradar.localhost");
        assertThat(mime.getHeader("Bcc")).isNull();
        assertThat(mime.getAllRecipients()).hasSize(1);
        assertThat(mime.getSubject()).contains("Bcc: all@example.org").doesNotContain("\n", "\r");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mime.writeTo(bytes);
        String source = bytes.toString(StandardCharsets.US_ASCII);
        assertThat(source.lines()).allMatch(line -> line.length() <= 998);
        assertThat(source.substring(0, source.indexOf("\r\n\r\n")).lines())
                .allMatch(line -> line.length() <= 100)
                .contains(
                        "Message-ID: <a1@beleidsradar.localhost>",
                        "List-Unsubscribe: <https://radar.example.org/afmelden/s1?token=geheim>",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                        "Auto-Submitted: auto-generated",
                        "X-Auto-Response-Suppress: All",
                        "List-Id: Beleidsradar <meldingen.beleidsradar.localhost>")
                .noneMatch(line -> line.startsWith("Bcc"));
        assertThat(mime.getSentDate()).isEqualTo(RAISED);
    }

    @Test
    void aBundleTellsTheRestByNumber() throws IOException {
        MailMessage.Content content =
                write("bundle", List.of(alert("a1", ANN, "s1"), alert("a2", ANN, "s1")), 143);

        assertThat(content.subject()).isEqualTo("145 nieuwe documenten over Cyber");
        assertThat(content.html()).contains("Motie a1", "Motie a2", "En nog 143 documenten");
        assertThat(content.text()).contains("En nog 143 documenten");
    }

    @Test
    void digestsTellHowCompleteTheSourcesAre() throws IOException {
        for (Frequency frequency : List.of(Frequency.DAILY, Frequency.WEEKLY)) {
            MailMessage.Content content =
                    write(
                            frequency.toString(),
                            List.of(
                                    alert("a1", ANN, "s1", frequency, null, RAISED),
                                    alert("a2", ANN, "s1", frequency, null, RAISED)),
                            0);
            assertThat(content.subject()).contains("overzicht van 20 november 2026: 2 documenten");
            assertThat(content.html())
                    .contains(
                            "Tweede Kamer: 300 van 311 documenten",
                            "8 ontbreken nog",
                            "3 mislukt",
                            "loopt achter",
                            "laatst bekeken op 20 november 2026 09:00");
            assertThat(content.text())
                    .contains(
                            "- Officiële bekendmakingen: 12 van 12 documenten in het archief, volledig");
        }
    }

    @Test
    void asksTheHolderOfAnAddress() throws IOException {
        MailMessage.Content content = texts.confirmation(CYBER);
        keep("confirmation", content);
        assertThat(content.html())
                .contains("https://radar.example.org/bevestigen/s1?token=geheim")
                .contains("Cyber &amp; &lt;havens&gt;");
        assertThat(content.text()).contains("https://radar.example.org/bevestigen/s1?token=geheim");
    }

    private static AlertRaised with(
            AlertRaised a, String title, List<AlertRaised.Mention> mentions, int more) {
        return new AlertRaised(
                a.id(),
                a.recipient(),
                a.subscriptions(),
                TestAlerts.document(title),
                mentions,
                more,
                a.frequency(),
                null,
                List.of(),
                null,
                a.raised());
    }

    private static MailMessage.Content one(String name, AlertRaised alert) throws IOException {
        return write(name, List.of(alert), 0);
    }

    private static MailMessage.Content write(String name, List<AlertRaised> alerts, int more)
            throws IOException {
        MailMessage.Content content =
                texts.alerts(new Letter(ANN, "<m@example.org>", alerts, more), List.of(CYBER));
        keep(name, content);
        return content;
    }

    private static void keep(String name, MailMessage.Content content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), content.html());
        Files.writeString(folder.resolve(name + ".txt"), content.text());
    }
}
