package nl.beleidsradar.local;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of the mail server, in Dutch; everything that a mail says is escaped. */
final class MailHtml {

    private static final String TITLE = "Verzonden mails";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm:ss", Locale.of("nl"))
                    .withZone(ZoneId.of("Europe/Amsterdam"));

    private MailHtml() {}

    static String message(String text) {
        return page(TITLE, "<p>" + escaped(text) + "</p><p><a href=\"/\">Alle mails</a></p>");
    }

    static String list(List<Mail> mails, int all, @Nullable String next) {
        String rows = mails.stream().map(MailHtml::row).collect(Collectors.joining());
        return page(
                TITLE,
                """
                <p>Deze server hoort bij Beleidsradar op deze machine. Hij bewaart wat er wordt verstuurd en stuurt niets door.</p>
                %s%s\
                """
                        .formatted(
                                mails.isEmpty()
                                        ? "<p>Er zijn nog geen mails.</p>"
                                        : table(rows, all),
                                next == null
                                        ? ""
                                        : "<p><a href=\"/?after="
                                                + next
                                                + "\">Oudere mails</a></p>"));
    }

    private static String table(String rows, int all) {
        return """
        <table><caption>%d bewaard, de nieuwste eerst</caption>
        <thead><tr><th scope="col">Onderwerp</th><th scope="col">Aan</th><th scope="col">Datum</th></tr></thead>
        <tbody>%s</tbody></table>
        """
                .formatted(all, rows);
    }

    private static String row(Mail mail) {
        return "<tr><td><a href=\"/mails/%s\">%s</a></td><td>%s</td><td>%s</td></tr>\n"
                .formatted(mail.id(), subject(mail), to(mail), moment(mail.date()));
    }

    static String mail(Mail mail, boolean html, String text) {
        String address = "/mails/" + mail.id();
        return page(
                mail.subject().isBlank() ? "(geen onderwerp)" : mail.subject(),
                """
                <p><a href="/">Alle mails</a></p>
                <dl><dt>Van</dt><dd>%s</dd><dt>Aan</dt><dd>%s</dd><dt>Datum</dt><dd>%s</dd></dl>
                <h2>Als opgemaakte tekst</h2>%s
                <h2>Als platte tekst</h2><pre>%s</pre>
                <p><a href="%s/source" download="%s.eml">Het hele bericht (.eml)</a></p>
                """
                        .formatted(
                                escaped(mail.from()),
                                to(mail),
                                moment(mail.date()),
                                html ? frame(address) : "<p>Niet in dit bericht.</p>",
                                escaped(text),
                                address,
                                mail.id()));
    }

    private static String frame(String address) {
        return """
        <p><a href="%1$s/html">Open in het hele venster</a></p>
        <iframe src="%1$s/html" title="De mail als opgemaakte tekst" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
        """
                .formatted(address);
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%1$s</title><style>
        body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff }
        h1, h2, td, dd, pre { overflow-wrap: anywhere } pre { white-space: pre-wrap; border: 1px solid #767676; padding: 1rem }
        table { border-collapse: collapse; width: 100%% } caption { text-align: left }
        th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #767676 }
        iframe { width: 100%%; height: 32rem; border: 1px solid #767676 } a { color: #01508a } dt { font-weight: bold }
        </style></head>
        <body><main><h1>%1$s</h1>
        %2$s</main></body></html>
        """
                .formatted(escaped(title), body);
    }

    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(geen onderwerp)" : escaped(mail.subject());
    }

    private static String to(Mail mail) {
        return escaped(String.join(", ", mail.to()));
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "onbekend" : MOMENT.format(moment);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
