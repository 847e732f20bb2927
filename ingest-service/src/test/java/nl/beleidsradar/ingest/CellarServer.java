package nl.beleidsradar.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The notifications of the Cellar in small, on a {@link ReplayServer}, and the works behind them:
 * more can be told while it runs. Made from the documentation, not recorded.
 */
public final class CellarServer implements AutoCloseable {

    private record Notice(String action, String celex, Instant at) {}

    public final ReplayServer server = ReplayServer.start();
    private final List<Notice> notices = new ArrayList<>();

    public CellarServer() {
        server.serve("/webapi/notification/ingestion", this::notifications);
    }

    /** Tells what happened to a work, which is there from then on. */
    public synchronized CellarServer tell(String action, String celex, String at) {
        notices.add(new Notice(action, celex, Instant.parse(at)));
        server.serve(
                "/resource/celex/" + celex,
                ReplayServer.Answer.of(
                        "application/xhtml+xml",
                        "<html><body><p>Verordening %s van de Raad</p></body></html>"
                                .formatted(celex)
                                .getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    private synchronized ReplayServer.Answer notifications(ReplayServer.Request request) {
        Instant since = OffsetDateTime.parse(request.parameter("startDate")).toInstant();
        return ReplayServer.Answer.xml(
                notices.stream()
                        .filter(n -> n.action().equals(request.parameter("type")))
                        .filter(n -> !n.at().isBefore(since))
                        .map(CellarServer::entry)
                        .collect(
                                Collectors.joining(
                                        "",
                                        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:n=\""
                                                + "http://publications.europa.eu/atom/notificationEntry\">",
                                        "</feed>")));
    }

    private static String entry(Notice notice) {
        return """
        <entry><updated>%s</updated><n:type>%s</n:type>
        <n:identifiers><n:identifier>celex:%s</n:identifier></n:identifiers></entry>\
        """
                .formatted(notice.at(), notice.action(), notice.celex());
    }

    @Override
    public void close() {
        server.close();
    }
}
