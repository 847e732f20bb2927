package nl.beleidsradar.search.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.AlertCandidate.Reason;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(12));
    private static final Subject CYBER = new Subject(Subject.Kind.THEME, "cyber");

    private final Set<String> ledger = new HashSet<>();
    private final List<AlertCandidate> sent = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    @Test
    void findsNothingWhereTheLedgerKnowsEveryMention() {
        follow("s1", YESTERDAY.minusSeconds(60));
        ledger.add("a");
        ledger.add("b");

        SweepReport report = sweep(Map.of("upload:1", List.of("a", "b")));

        assertThat(report.clean()).isTrue();
        assertThat(report.documents()).isEqualTo(1);
        assertThat(report.compared()).isEqualTo(2);
        assertThat(sent).isEmpty();
    }

    @Test
    void reportsALostMentionAndHasItToldAfterAll() {
        follow("s1", YESTERDAY.minusSeconds(60));
        ledger.add("a");

        SweepReport report = sweep(Map.of("upload:1", List.of("a", "b", "c")));

        assertThat(report.differences()).isEqualTo(2);
        assertThat(report.examples())
                .containsExactly(new SweepReport.Difference("s1", "upload:1", CYBER.toString()));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().reasons().getFirst().mentions())
                .extracting(Mention::fingerprint)
                .containsExactly("b", "c");
    }

    @Test
    void leavesOutASubscriptionThatIsYoungerThanTheDocument() {
        follow("s1", YESTERDAY.plusSeconds(60));

        SweepReport report = sweep(Map.of("upload:1", List.of("a")));

        assertThat(report.clean()).isTrue();
        assertThat(report.compared()).isZero();
        assertThat(sent).isEmpty();
    }

    @Test
    void saysSoWhereTheLedgerCannotBeAsked() {
        follow("s1", YESTERDAY.minusSeconds(60));

        SweepReport report =
                new Sweep(
                                log(Map.of("upload:1", List.of("a"))),
                                SweepTest::candidates,
                                (recipient, subject, fingerprint) ->
                                        ToldMentions.Knowledge.UNAVAILABLE,
                                subscriptions,
                                Duration.ofMinutes(2),
                                Clock.fixed(NOW, ZoneOffset.UTC))
                        .run();

        assertThat(report.clean()).isFalse();
        assertThat(report.message()).contains("ledger");
        assertThat(report.differences()).isZero();
    }

    private SweepReport sweep(Map<String, List<String>> fingerprints) {
        return new Sweep(
                        log(fingerprints),
                        SweepTest::candidates,
                        (recipient, subject, fingerprint) ->
                                ledger.contains(fingerprint)
                                        ? ToldMentions.Knowledge.KNOWN
                                        : ToldMentions.Knowledge.UNKNOWN,
                        subscriptions,
                        Duration.ofMinutes(2),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run();
    }

    /** Each document's text is its fingerprints. */
    private DayLog log(Map<String, List<String>> fingerprints) {
        return new DayLog() {
            @Override
            public void read(Instant from, Instant to, Reader reader) {
                assertThat(YESTERDAY).isBetween(from, to);
                fingerprints.forEach(
                        (id, all) -> reader.read(event(id, String.join(" ", all)), YESTERDAY));
            }

            @Override
            public void send(AlertCandidate candidate) {
                sent.add(candidate);
            }
        };
    }

    private static List<AlertCandidate> candidates(DocumentEnriched event) {
        List<Mention> mentions =
                List.of(event.document().text().split(" ")).stream()
                        .map(f -> new Mention(f, "Over cyber.", null, List.of(), false, false))
                        .toList();
        var reason =
                new Reason(
                        CYBER, List.of(new Follower("s1", Frequency.IMMEDIATE, false)), mentions);
        return List.of(
                new AlertCandidate(
                        "local/inbox",
                        AlertDocument.of(event.document()),
                        event.version(),
                        event.cause(),
                        List.of(reason)));
    }

    private static DocumentEnriched event(String id, String text) {
        var document =
                new DocumentExtracted(
                        id,
                        "sha256-" + "0".repeat(64),
                        "upload",
                        null,
                        "Brief",
                        "overig",
                        null,
                        YESTERDAY,
                        "nl",
                        List.of(),
                        List.of(),
                        text,
                        null,
                        Map.of(),
                        null,
                        new Extraction("test", "text/plain", false, List.of()),
                        1,
                        List.of(),
                        Cause.NEW);
        return new DocumentEnriched(
                document, List.of(), List.of(), new DocumentEnriched.Ruleset(1, "test"), Cause.NEW);
    }

    private void follow(String id, Instant since) {
        subscriptions.take(
                id,
                new Subscription(
                        id,
                        "local",
                        "Cyber",
                        new Follow("cyber", null, null, null, null, null),
                        null,
                        new Channel(Channel.Kind.INBOX, null, null, List.of()),
                        Frequency.IMMEDIATE,
                        false,
                        Subscription.State.ACTIVE,
                        null,
                        1,
                        since,
                        since,
                        "token"));
    }
}
