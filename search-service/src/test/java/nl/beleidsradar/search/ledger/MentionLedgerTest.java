package nl.beleidsradar.search.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.beleidsradar.search.ledger.Given.INBOX;
import static nl.beleidsradar.search.ledger.Given.MAIL;
import static nl.beleidsradar.search.ledger.Given.document;
import static nl.beleidsradar.search.ledger.Given.follower;
import static nl.beleidsradar.search.ledger.Given.retroactive;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.AlertRaised.Change;
import nl.beleidsradar.contract.alert.AlertRaised.Silence;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of what is told: each row with the exact number of messages. */
class MentionLedgerTest {

    private static final String P1 = "Havens worden weerbaarder.";
    private static final String P2 = "De regering investeert in dijken.";
    private static final String P3 = "Over spoor wordt later beslist.";

    @TempDir Path state;

    private final List<LedgerReport.Outcome> outcomes = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> candidates;
    private TestOutputTopic<String, byte[]> raised;
    private TestOutputTopic<byte[], byte[]> dead;

    @BeforeEach
    void start() {
        var settings =
                new LedgerSettings(
                        state, "0", -1, Duration.ofMillis(50), 20, Duration.ofMinutes(10));
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "mention-ledger");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver =
                new TopologyTestDriver(
                        LedgerTopology.of(settings, report()),
                        properties,
                        Instant.parse("2026-11-21T08:01:00Z"));
        candidates =
                driver.createInputTopic(
                        Events.CANDIDATES_TOPIC,
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        raised =
                driver.createOutputTopic(
                        Events.RAISED_TOPIC, new StringDeserializer(), new ByteArrayDeserializer());
        dead =
                driver.createOutputTopic(
                        LedgerTopology.DEAD_LETTERS,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aNewDocumentIsToldOnce() {
        AlertRaised alert = one(judge(document("tk:a").theme("water", P1, "+" + P2)));

        assertThat(alert.silence()).isNull();
        assertThat(alert.recipient()).isEqualTo(INBOX);
        assertThat(alert.subscriptions()).containsExactly("s-water");
        assertThat(passages(alert)).containsExactly(P1);
        assertThat(alert.more()).isEqualTo(1);
        assertThat(alert.mentions().getFirst().change()).isEqualTo(Change.NEW_DOCUMENT);
        assertThat(alert.mentions().getFirst().page()).isEqualTo(2);
        assertThat(alert.mentions().getFirst().terms()).containsExactly("Havens");
        assertThat(alert.raised()).isEqualTo(Instant.parse("2026-11-21T08:01:00Z"));
        assertThat(alert.cause()).isEqualTo(Cause.NEW);
        assertThat(alert.id()).hasSize(22);
    }

    @Test
    void theSameAgainIsNotTold() {
        judge(document("tk:a").theme("water", P1, "#" + P3, "+" + P2));

        assertThat(judge(document("tk:a").theme("water", P1, "#" + P3, "+" + P2))).isEmpty();
        assertThat(outcomes)
                .containsExactly(LedgerReport.Outcome.RAISED, LedgerReport.Outcome.KNOWN);
    }

    @Test
    void aCorrectedVersionWithTheSamePassagesIsNotTold() {
        judge(document("tk:a").theme("water", P1, P2));

        assertThat(judge(document("tk:a").version(2).theme("water", "=" + P1, "=" + P2))).isEmpty();
    }

    @Test
    void ofACorrectedVersionOnlyTheNewPassageIsTold() {
        judge(document("tk:a").theme("water", P1));

        AlertRaised alert = one(judge(document("tk:a").version(2).theme("water", "=" + P1, P2)));

        assertThat(passages(alert)).containsExactly(P2);
        assertThat(alert.mentions().getFirst().change()).isEqualTo(Change.NEW_VERSION);
        assertThat(alert.silence()).isNull();
    }

    @Test
    void aSecondCopyAtAnotherSourceIsListedUnderTheFirst() {
        AlertRaised first = one(judge(document("tk:a").theme("water", P1, P2)));

        AlertRaised copy = one(judge(document("ob:a").theme("water", P1, P2)));

        assertThat(copy.silence()).isEqualTo(Silence.ECHO);
        assertThat(copy.echoOf()).containsExactly(first.id());
        assertThat(judge(document("ob:a").theme("water", P1, P2))).isEmpty();
        assertThat(judge(document("ob:a").version(2).theme("water", "=" + P1))).isEmpty();
    }

    @Test
    void aCopyWithALetterheadOfItsOwnIsAnEchoAllTheSame() {
        AlertRaised first = one(judge(document("tk:a").theme("water", P1)));

        AlertRaised copy = one(judge(document("ob:a").theme("water", "#" + P3, P1)));

        assertThat(copy.silence()).isEqualTo(Silence.ECHO);
        assertThat(copy.echoOf()).containsExactly(first.id());
    }

    @Test
    void whatIsFoundByTaggingAnewIsListedAndNotSent() {
        judge(document("tk:a").theme("water", P1));

        AlertRaised alert =
                one(
                        judge(
                                document("tk:a")
                                        .rules(4, Cause.RE_TAG)
                                        .theme("water", P1)
                                        .theme("spoor", P3)));

        assertThat(alert.silence()).isEqualTo(Silence.RE_TAG);
        assertThat(passages(alert)).containsExactly(P3);
        assertThat(judge(document("tk:a").version(2).theme("spoor", P3))).isEmpty();
    }

    @Test
    void aBackFillIsListedAndNotSent() {
        AlertRaised alert =
                one(judge(document("tk:a").because(Cause.BACK_FILL).theme("water", P1)));

        assertThat(alert.silence()).isEqualTo(Silence.BACK_FILL);
        assertThat(one(judge(document("ob:a").theme("water", P1))).silence())
                .isEqualTo(Silence.ECHO);
    }

    @Test
    void aRetroactiveFollowerIsToldOfThePastAsWell() {
        var followers =
                List.of(
                        follower("now", Frequency.IMMEDIATE),
                        retroactive("ever", Frequency.WEEKLY));

        AlertRaised alert =
                one(
                        judge(
                                document("tk:a")
                                        .version(2)
                                        .rules(4, Cause.RE_TAG)
                                        .reason("water", followers, "=" + P1)));

        assertThat(alert.silence()).isNull();
        assertThat(alert.frequency()).isEqualTo(Frequency.WEEKLY);
        assertThat(passages(alert)).containsExactly(P1);
    }

    @Test
    void anAttachmentThatQuotesItsParentIsListedUnderIt() {
        AlertRaised parent = one(judge(document("tk:a").theme("water", P1, P2)));

        AlertRaised quoting = one(judge(document("tk:a~1").partOf("tk:a").theme("water", P1)));
        AlertRaised adding = one(judge(document("tk:a~2").partOf("tk:a").theme("water", P2, P3)));

        assertThat(quoting.silence()).isEqualTo(Silence.ECHO);
        assertThat(quoting.echoOf()).containsExactly(parent.id());
        assertThat(adding.silence()).isNull();
        assertThat(passages(adding)).containsExactly(P3);
        assertThat(judge(document("tk:a~2").partOf("tk:a").theme("water", P2, P3))).isEmpty();
    }

    @Test
    void twoSubscriptionsOfOnePersonAreOneMessage() {
        AlertRaised alert =
                one(
                        judge(
                                document("tk:a")
                                        .reason(
                                                "water",
                                                List.of(follower("dag", Frequency.DAILY)),
                                                P1)
                                        .reason(
                                                "havens",
                                                List.of(
                                                        follower("week", Frequency.WEEKLY),
                                                        follower("dag", Frequency.DAILY)),
                                                P1,
                                                P2)));

        assertThat(alert.subscriptions()).containsExactly("dag", "week");
        assertThat(alert.mentions()).hasSize(3);
        assertThat(alert.frequency()).isEqualTo(Frequency.DAILY);
    }

    @Test
    void whatCameDuringAPauseIsNotNewsAfterIt() {
        judge(document("tk:a").theme("water", P1));
        // Version 2, with P2, came while the subscription was paused: no candidate.
        List<AlertRaised> resumed =
                judge(document("tk:a").version(3).theme("water", "=" + P1, "=" + P2, P3));

        assertThat(passages(one(resumed))).containsExactly(P3);
        assertThat(judge(document("tk:a").version(4).theme("water", "=" + P2))).isEmpty();
    }

    @Test
    void onlyWhatStoodBeforeIsNotedAndNotListed() {
        assertThat(judge(document("tk:a").version(2).theme("water", "=" + P1))).isEmpty();
        assertThat(outcomes).containsExactly(LedgerReport.Outcome.NOTED);

        AlertRaised copy = one(judge(document("ob:a").theme("water", P1)));

        assertThat(copy.silence()).isEqualTo(Silence.ECHO);
        assertThat(copy.echoOf()).isEmpty();
    }

    @Test
    void whoSubscribesAnewIsNotToldAgain() {
        judge(document("tk:a").theme("water", P1));
        // Its owner deletes the subscription and makes another of the same theme.
        var other = List.of(follower("other", Frequency.IMMEDIATE));

        assertThat(judge(document("tk:a").version(2).reason("water", other, "=" + P1))).isEmpty();
        assertThat(one(judge(document("tk:b").reason("water", other, P2))).subscriptions())
                .containsExactly("other");
    }

    @Test
    void aSubjectMoreOfTheSameEventIsAnAlertOfItsOwn() {
        AlertRaised first = one(judge(document("tk:a").theme("water", P1)));
        AlertRaised second = one(judge(document("tk:a").theme("spoor", P3)));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(judge(document("tk:a").theme("water", P1))).isEmpty();
        assertThat(judge(document("tk:a").theme("spoor", P3))).isEmpty();
    }

    @Test
    void letterheadOnlyIsListedAndNotSent() {
        AlertRaised alert = one(judge(document("tk:a").theme("water", "#" + P1)));
        assertThat(alert.silence()).isEqualTo(Silence.PROCEDURAL);

        AlertRaised mixed = one(judge(document("tk:b").theme("water", "#" + P2, P3)));
        assertThat(mixed.silence()).isNull();
        assertThat(passages(mixed)).containsExactly(P3);
    }

    @Test
    void mailAndInboxOfOnePersonAreTwoRecipients() {
        assertThat(judge(document("tk:a").theme("water", P1))).hasSize(1);
        assertThat(one(judge(document("tk:a").to(MAIL).theme("water", P1))).silence()).isNull();
    }

    @Test
    void whatComesBeyondTwentyInAWindowIsBundled() {
        List<AlertRaised> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.addAll(judge(document("tk:" + i).to(MAIL).theme("water", "Zin nummer " + i)));
        }
        driver.advanceWallClockTime(Duration.ofMinutes(10));
        all.addAll(judge(document("tk:na").to(MAIL).theme("water", P1)));

        assertThat(all).hasSize(26);
        assertThat(all.subList(0, 20)).extracting(AlertRaised::bundle).containsOnlyNulls();
        assertThat(all.subList(20, 25))
                .extracting(AlertRaised::bundle)
                .containsOnly("2026-11-21T08:00:00Z");
        assertThat(all.getLast().bundle()).isNull();
    }

    @Test
    void onlyImmediateMailThatIsSentCountsTowardsAFlood() {
        var daily = List.of(follower("dag", Frequency.DAILY));
        for (int i = 0; i < 25; i++) {
            judge(document("tk:" + i).to(MAIL).reason("water", daily, "Zin nummer " + i));
            judge(document("tk:" + i).theme("water", "Zin nummer " + i));
            judge(document("ob:" + i).to(MAIL).theme("water", "#Kop nummer " + i));
        }

        assertThat(one(judge(document("tk:na").to(MAIL).theme("water", P1))).bundle()).isNull();
    }

    @Test
    void idsAreTheSameWheneverTheSameIsJudged() {
        AlertCandidate candidate = document("tk:a").theme("water", P1).candidate();

        assertThat(one(judge(candidate)).id())
                .isEqualTo(AlertIds.of(candidate))
                .isNotEqualTo(AlertIds.of(document("tk:a").version(2).candidate()))
                .isNotEqualTo(AlertIds.of(document("tk:a").to(MAIL).candidate()));
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        byte[] good = EventJson.write(document("tk:a").theme("water", P1).candidate());
        candidates.pipeInput(INBOX.getBytes(UTF_8), "{\"recipient\":".getBytes(UTF_8));
        candidates.pipeInput(INBOX.getBytes(UTF_8), "{}".getBytes(UTF_8));
        candidates.pipeInput(MAIL.getBytes(UTF_8), good);
        candidates.pipeInput(null, good);
        candidates.pipeInput(INBOX.getBytes(UTF_8), (byte[]) null);
        candidates.pipeInput(INBOX.getBytes(UTF_8), good);

        assertThat(raised.readValuesToList()).hasSize(1);
        assertThat(dead.readRecordsToList())
                .hasSize(5)
                .allSatisfy(
                        d -> assertThat(d.headers().lastHeader("dead-letter-detail")).isNotNull());
    }

    @Test
    void anAlertLargerThanItsTopicTakesIsToldByNumber() {
        String[] sentences = new String[40];
        for (int i = 0; i < sentences.length; i++) {
            sentences[i] = i + " " + "x".repeat(250_000);
        }

        AlertRaised alert = one(judge(document("tk:a").theme("water", sentences)));

        assertThat(alert.mentions().size()).isEqualTo(20);
        assertThat(alert.more()).isEqualTo(20);
    }

    private List<AlertRaised> judge(Given given) {
        return judge(given.candidate());
    }

    private List<AlertRaised> judge(AlertCandidate candidate) {
        candidates.pipeInput(candidate.recipient().getBytes(UTF_8), EventJson.write(candidate));
        List<AlertRaised> alerts = new ArrayList<>();
        raised.readRecordsToList()
                .forEach(r -> {
                    AlertRaised alert = EventJson.read(r.value(), AlertRaised.class);
                    assertThat(r.key()).isEqualTo(alert.id());
                    assertThat(new String(r.headers().lastHeader("ce_type").value(), UTF_8))
                            .isEqualTo(Events.RAISED_TYPE);
                    alerts.add(alert);
                });
        assertThat(dead.isEmpty()).isTrue();
        return alerts;
    }

    private static AlertRaised one(List<AlertRaised> alerts) {
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }

    private static List<String> passages(AlertRaised alert) {
        return alert.mentions().stream().map(AlertRaised.Mention::passage).toList();
    }

    private LedgerReport report() {
        return new LedgerReport() {
            @Override
            public void judged(AlertCandidate candidate, Outcome outcome, Duration took) {
                outcomes.add(outcome);
            }

            @Override
            public void unreadable(String key, String why) {}
        };
    }
}
