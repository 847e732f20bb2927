package nl.beleidsradar.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kept mails over HTTP: {@code /} and {@code /mails/{id}} for people, {@code /mails.json} for
 * tests (newest first, {@code ?after=ID} for older ones), {@code /mails/{id}/html}, {@code /text}
 * and {@code /source} for what is in one.
 */
final class MailPage {

    private static final int ON_A_PAGE = 100;
    private static final int IN_A_LIST = 1_000;
    private static final Pattern MAIL =
            Pattern.compile("/mails/([0-9A-Za-z.-]{1,80})(?:/(html|text|source))?");
    private static final Pattern AFTER = Pattern.compile("after=([0-9A-Za-z.-]{1,80})");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");

    /** What a mail brings along may be seen, but runs nothing and fetches nothing. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none';"
                    + " frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private final MailFolder folder;
    private final ObjectMapper json = new ObjectMapper();

    private MailPage(MailFolder folder) {
        this.folder = folder;
    }

    static void start(MailFolder folder, InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", new MailPage(folder)::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private record Answer(int status, String type, String policy, byte[] body) {

        static Answer page(int status, String html) {
            return new Answer(status, "text/html; charset=utf-8", PAGE_POLICY, bytes(html));
        }

        static Answer content(String type, byte[] body) {
            return new Answer(200, type, MAIL_POLICY, body);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerSafely(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", answer.policy());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answerSafely(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !LOOPBACK.matcher(host).matches()) {
            return Answer.page(
                    421, MailHtml.message("Deze server antwoordt alleen op deze machine."));
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.page(405, MailHtml.message("Deze pagina kan alleen worden bekeken."));
        }
        try {
            return find(exchange.getRequestURI().getPath(), after(exchange))
                    .orElseGet(
                            () -> Answer.page(404, MailHtml.message("Deze pagina bestaat niet.")));
        } catch (IOException | MessagingException e) {
            return Answer.page(500, MailHtml.message("Dit bericht kan niet worden gelezen."));
        }
    }

    private static @Nullable String after(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        Matcher after = AFTER.matcher(query == null ? "" : query);
        return after.find() ? after.group(1) : null;
    }

    private Optional<Answer> find(String path, @Nullable String after)
            throws IOException, MessagingException {
        if (path.equals("/")) {
            List<Mail> mails = mails(after, ON_A_PAGE);
            return Optional.of(
                    Answer.page(200, MailHtml.list(mails, folder.size(), next(mails, ON_A_PAGE))));
        }
        if (path.equals("/mails.json")) {
            return Optional.of(list(mails(after, IN_A_LIST)));
        }
        Matcher mail = MAIL.matcher(path);
        if (!mail.matches()) {
            return Optional.empty();
        }
        Optional<byte[]> source = folder.source(mail.group(1));
        return source.isEmpty()
                ? Optional.empty()
                : one(mail.group(1), mail.group(2), source.get());
    }

    private static Optional<Answer> one(String id, @Nullable String part, byte[] source)
            throws IOException, MessagingException {
        return switch (part) {
            case "html" ->
                    Mail.part(source, "text/html")
                            .map(html -> Answer.content("text/html; charset=utf-8", bytes(html)));
            case "text" ->
                    Mail.part(source, "text/plain")
                            .map(text -> Answer.content("text/plain; charset=utf-8", bytes(text)));
            case "source" -> Optional.of(Answer.content("message/rfc822", source));
            case null, default ->
                    Optional.of(
                            Answer.page(
                                    200,
                                    MailHtml.mail(
                                            Mail.of(id, source),
                                            Mail.part(source, "text/html").isPresent(),
                                            Mail.part(source, "text/plain").orElse(""))));
        };
    }

    private List<Mail> mails(@Nullable String after, int most)
            throws IOException, MessagingException {
        List<Mail> all = new ArrayList<>();
        for (String id : folder.newest(after, most)) {
            all.add(Mail.of(id, folder.source(id).orElseThrow()));
        }
        return all;
    }

    private static @Nullable String next(List<Mail> mails, int most) {
        return mails.size() < most ? null : mails.getLast().id();
    }

    private Answer list(List<Mail> mails) throws IOException {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Mail mail : mails) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", mail.id());
            put(item, "messageId", mail.messageId());
            item.put("from", mail.from());
            item.put("to", mail.to());
            item.put("subject", mail.subject());
            put(item, "date", mail.date());
            item.put("headers", mail.headers());
            items.add(item);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("items", items);
        put(all, "next", next(mails, IN_A_LIST));
        return Answer.content("application/json", json.writeValueAsBytes(all));
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value.toString());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
