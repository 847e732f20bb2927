package nl.beleidsradar.search.inbox;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import org.jspecify.annotations.Nullable;

/** A hand-written list of alerts, so that pages can be tested without a server. */
public class SampleAlerts extends AlertSearch {

    /** Subscriptions that the alerts name. */
    public static final String CYBER = "q1Zk0dW3R9y8mN2pTfXh4A";

    public static final String DOSSIER = "Yc0o2vQ7TtK1bE5sJrLw9g";

    private static final Instant NOON =
            LocalDate.of(2026, 11, 20)
                    .atTime(12, 0)
                    .atZone(ZoneId.of("Europe/Amsterdam"))
                    .toInstant();

    public boolean down;
    public boolean empty;
    public @Nullable AlertQuery asked;

    public SampleAlerts() {
        super(null);
    }

    @Override
    public AlertPage list(AlertQuery query) {
        available();
        asked = query;
        if (empty) {
            return new AlertPage(List.of(), 0, null);
        }
        List<Alert> all = new ArrayList<>();
        all.add(motion("inbox-1", "local/inbox", null));
        all.add(
                motion(
                        "mail-1",
                        "local/mail/liaison@example.org",
                        progress("mail-1", AlertDelivered.State.DELIVERED, null, null)));
        all.add(letter());
        all.add(hostile());
        if (query.silent()) {
            all.add(silent(AlertRaised.Silence.RE_TAG));
            all.add(silent(AlertRaised.Silence.BACK_FILL));
            all.add(silent(AlertRaised.Silence.ECHO));
            all.add(silent(AlertRaised.Silence.PROCEDURAL));
        }
        List<Alert> page = all.subList(0, Math.min(query.size(), all.size()));
        return new AlertPage(page, 41, new Cursor(1_790_000_000_000L, "hostile").toString());
    }

    @Override
    public Map<String, Echoes> echoes(Collection<String> ids) {
        available();
        return ids.contains("inbox-1")
                ? Map.of(
                        "inbox-1",
                        new Echoes(
                                23,
                                List.of(
                                        silent(AlertRaised.Silence.ECHO),
                                        silent(AlertRaised.Silence.PROCEDURAL))))
                : Map.of();
    }

    private static Alert motion(String id, String recipient, @Nullable AlertDelivered progress) {
        AlertDocument document =
                document(
                        "ob:kst-36600-V-12",
                        "Motie van het lid Van der Berg c.s. over de weerbaarheid van havens tegen digitale aanvallen",
                        "https://zoek.officielebekendmakingen.nl/kst-36600-V-12.html",
                        "ob",
                        "motie",
                        NOON.minusSeconds(3));
        return new Alert(
                raised(
                        id,
                        recipient,
                        List.of(CYBER, DOSSIER),
                        document,
                        List.of(
                                mention(
                                        new Subject(Subject.Kind.THEME, "cyber"),
                                        "Verzoekt de regering de cyberweerbaarheid van havens te vergroten, en de Kamer daarover voor het zomerreces te informeren.",
                                        1,
                                        "cyberweerbaarheid"),
                                mention(
                                        new Subject(Subject.Kind.DOSSIER, "36600-V"),
                                        "Vaststelling van de begrotingsstaten (36600-V).",
                                        null,
                                        "36600-V")),
                        7,
                        null,
                        NOON),
                progress,
                false);
    }

    private static Alert letter() {
        AlertDocument document =
                document(
                        "tk:2026D12345",
                        "Brief over de voortgang",
                        null,
                        "tk",
                        "kamerbrief",
                        NOON.minusSeconds(101_000));
        AlertRaised.Mention added =
                new AlertRaised.Mention(
                        new Subject(Subject.Kind.QUERY, "\"digitale <haven>\" -begroting"),
                        List.of(CYBER),
                        "De digitale <haven> wordt beveiligd.",
                        12,
                        List.of("digitale <haven>"),
                        AlertRaised.Change.NEW_VERSION);
        return new Alert(
                raised(
                        "late-1",
                        "local/webhook/https://hooks.example.org/beleidsradar",
                        List.of("gone"),
                        document,
                        List.of(added),
                        0,
                        null,
                        NOON.minusSeconds(90_000)),
                progress(
                        "late-1",
                        AlertDelivered.State.WAITING,
                        "answered 503",
                        NOON.plusSeconds(60)),
                true);
    }

    private static Alert hostile() {
        AlertDocument document =
                document(
                        "upload:vijandig",
                        "<script>alert('titel')</script>",
                        "javascript:alert(1)",
                        "upload",
                        "<b>soort</b>",
                        NOON.minusSeconds(90_100));
        return new Alert(
                raised(
                        "hostile",
                        "local/mail/<b>x</b>@example.org",
                        List.of(DOSSIER),
                        document,
                        List.of(
                                mention(
                                        new Subject(Subject.Kind.REFERENCE, "kst-34919-74"),
                                        "<img src=x onerror=alert(1)> zie 34 919, nr. 74",
                                        null,
                                        "34 919, nr. 74")),
                        1,
                        null,
                        NOON.minusSeconds(90_050)),
                progress("hostile", AlertDelivered.State.FAILED, "550 <b>nee</b>", null),
                false);
    }

    private static Alert silent(AlertRaised.Silence why) {
        AlertDocument document =
                document(
                        "folder:stil-" + why,
                        "Stil stuk " + why,
                        null,
                        "folder",
                        "verslag",
                        NOON.minusSeconds(200_000));
        return new Alert(
                raised(
                        "stil-" + why,
                        "local/inbox",
                        List.of(CYBER),
                        document,
                        List.of(
                                mention(
                                        new Subject(Subject.Kind.THEME, "cyber"),
                                        "Over cyber.",
                                        2,
                                        "cyber")),
                        0,
                        why,
                        NOON.minusSeconds(199_000)),
                null,
                false);
    }

    private static AlertDocument document(
            String id,
            String title,
            @Nullable String url,
            String source,
            String type,
            Instant retrieved) {
        return new AlertDocument(
                id, title, url, LocalDate.of(2026, 11, 19), source, type, null, retrieved);
    }

    private static AlertRaised.Mention mention(
            Subject subject, String passage, @Nullable Integer page, String term) {
        return new AlertRaised.Mention(
                subject,
                List.of(CYBER),
                passage,
                page,
                List.of(term),
                AlertRaised.Change.NEW_DOCUMENT);
    }

    private static AlertRaised raised(
            String id,
            String recipient,
            List<String> subscriptions,
            AlertDocument document,
            List<AlertRaised.Mention> mentions,
            int more,
            AlertRaised.@Nullable Silence silence,
            Instant at) {
        return new AlertRaised(
                id,
                recipient,
                subscriptions,
                document,
                mentions,
                more,
                Frequency.IMMEDIATE,
                silence,
                List.of(),
                null,
                at,
                Cause.NEW);
    }

    private static AlertDelivered progress(
            String id,
            AlertDelivered.State state,
            @Nullable String detail,
            @Nullable Instant next) {
        return new AlertDelivered(
                id, "local/mail/x", state, "<id@x>", 2, detail, next, NOON.plusSeconds(2));
    }

    private void available() {
        if (down) {
            throw ElasticsearchUnavailable.because("sample", new IOException("down"));
        }
    }
}
