package nl.beleidsradar.search.deliver;

import static nl.beleidsradar.search.deliver.TestAlerts.RAISED;
import static nl.beleidsradar.search.deliver.TestAlerts.alert;
import static nl.beleidsradar.search.deliver.TestAlerts.mail;
import static nl.beleidsradar.search.deliver.TestAlerts.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDelivered.State;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {

    private static final Recipient ANN = mail("ann@example.org");
    private static final Recipient HOOK = webhook("https://hook.example.org/a");
    private static final Attempt.Again LATER = new Attempt.Again("x", "niet nu", null, false);

    private final DeliverySettings settings = TestAlerts.settings();
    private Outbox outbox = outbox();
    private Standing standing = (recipient, ids, raised, now) -> new Standing.Verdict.Send();
    private final List<AlertDelivered> records = new ArrayList<>();

    private Outbox outbox() {
        return new Outbox(
                settings.schedule(),
                new MessageIds(settings.messageDomain()),
                settings.giveUpAfter(),
                2);
    }

    @ParameterizedTest
    @CsvSource({
        "immediate, , 2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z",
        "immediate, 2026-11-20T09:00:00Z, 2026-11-20T09:04:00Z, 2026-11-20T09:10:30Z",
        "daily, , 2026-11-20T05:59:59Z, 2026-11-20T06:00:30Z",
        "daily, , 2026-11-20T06:00:00Z, 2026-11-21T06:00:30Z",
        "daily, , 2026-07-20T04:59:59Z, 2026-07-20T05:00:30Z",
        "daily, , 2026-10-24T12:00:00Z, 2026-10-25T06:00:30Z",
        "daily, , 2026-03-28T12:00:00Z, 2026-03-29T05:00:30Z",
        "weekly, , 2026-11-20T09:00:00Z, 2026-11-23T06:00:30Z",
        "weekly, , 2026-11-23T05:59:00Z, 2026-11-23T06:00:30Z",
        "weekly, , 2026-11-23T06:00:00Z, 2026-11-30T06:00:30Z",
    })
    void anAlertIsDue(String frequency, String bundle, Instant raised, Instant due) {
        var f = Frequency.valueOf(frequency.toUpperCase(java.util.Locale.ROOT));
        outbox.take(1, alert("a", ANN, "s", f, bundle, raised), null);

        assertThat(started(due.minusMillis(1))).isEmpty();
        assertThat(started(due)).hasSize(1);
    }

    @Test
    void anAlertHasEndedOnlyWhenThatIsWritten() {
        outbox.take(7, alert("a", HOOK, "s"), null);
        outbox.take(8, alert("b", HOOK, "s"), null);
        Parcel first = started(RAISED).getFirst();

        List<AlertDelivered> written = outbox.finish(first, new Attempt.Accepted(), RAISED);

        assertThat(written).hasSize(1);
        assertThat(written.getFirst().message()).isEqualTo("a");
        assertThat(outbox.oldest()).hasValue(7);
        outbox.written(written.getFirst());
        assertThat(outbox.oldest()).hasValue(8);
    }

    @Test
    void mailsToOneAddressKeepTheirOrderAndHoldUpNobodyElse() {
        outbox.take(1, alert("a", ANN, "s"), null);
        outbox.take(2, alert("b", ANN, "s"), null);
        outbox.take(3, alert("c", mail("bob@example.org"), "s"), null);

        List<Parcel> started = started(RAISED);

        assertThat(started)
                .extracting(Parcel::message)
                .containsExactlyInAnyOrder(
                        "<a@beleidsradar.localhost>", "<c@beleidsradar.localhost>");
        Parcel a = started.stream().filter(p -> p.recipient().equals(ANN)).findFirst().get();
        outbox.finish(a, LATER, RAISED);
        assertThat(started(RAISED)).as("b stays behind a").isEmpty();
        assertThat(started(RAISED.plusSeconds(2))).containsExactly(a);
        outbox.finish(a, LATER, RAISED.plusSeconds(2));
        assertThat(started(RAISED.plusSeconds(8))).containsExactly(a);
        outbox.finish(a, LATER, RAISED.plusSeconds(8));
        assertThat(started(RAISED.plusSeconds(9)))
                .as("one that fails again and again holds nobody up")
                .extracting(p -> p.slips().getFirst().id())
                .containsExactly("b");
    }

    @Test
    void aBundleIsOneMessageWithAnIdThatSurvivesARestart() {
        String bundle = "2026-11-20T09:00:00Z";
        for (int i = 0; i < 5; i++) {
            outbox.take(i, bundled("a" + i, bundle), null);
        }
        Instant due = RAISED.plus(Duration.ofMinutes(11));
        List<Parcel> started = started(due);
        assertThat(started).hasSize(1);
        assertThat(started.getFirst().slips()).hasSize(5);
        String message = started.getFirst().message();
        assertThat(records).hasSize(5).allMatch(r -> message.equals(r.message()));

        takeAgain(records, bundle);
        outbox.take(9, bundled("late", bundle), null);

        List<Parcel> again = started(due);
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().message()).isEqualTo(message);
        assertThat(again.getFirst().slips()).hasSize(5);
        outbox.finish(again.getFirst(), new Attempt.Accepted(), due).forEach(outbox::written);
        Parcel late = started(due).getFirst();
        assertThat(late.slips()).extracting(Slip::id).containsExactly("late");
        assertThat(late.message()).isNotEqualTo(message);
    }

    @Test
    void aBundleWhosePlanWasHalfWrittenGoesOutAsPlanned() {
        String bundle = "2026-11-20T09:00:00Z";
        for (int i = 0; i < 5; i++) {
            outbox.take(i, bundled("a" + i, bundle), null);
        }
        Instant due = RAISED.plus(Duration.ofMinutes(11));
        String message = started(due).getFirst().message();

        for (int written = 0; written < 5; written++) {
            takeAgain(records.subList(0, written), bundle);
            records.subList(5, records.size()).clear();
            assertThat(started(due))
                    .singleElement()
                    .satisfies(again -> {
                        assertThat(again.message()).isEqualTo(message);
                        assertThat(again.slips()).hasSize(5);
                    });
        }
    }

    private void takeAgain(List<AlertDelivered> written, String bundle) {
        outbox = outbox();
        for (int i = 0; i < 5; i++) {
            String id = "a" + i;
            AlertDelivered known =
                    written.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
            outbox.take(i, bundled(id, bundle), known);
        }
    }

    @Test
    void aDigestIsNotSentBeforeItsPlanIsWritten() {
        outbox.take(1, alert("a", ANN, "s", Frequency.DAILY, null, RAISED), null);
        Instant due = RAISED.plus(Duration.ofDays(1));
        assertThat(outbox.start(due, standing, r -> true, records)).isEmpty();
        assertThat(records).hasSize(1);
        assertThat(outbox.start(due, standing, r -> true, records)).isEmpty();

        outbox.written(records.getFirst());

        assertThat(outbox.start(due, standing, r -> true, records)).hasSize(1);
        assertThat(records).hasSize(1);
    }

    @Test
    void whatEndedBeforeIsNotSentAgainAndWhatWaitedGoesOn() {
        outbox.take(1, alert("a", HOOK, "s"), known("a", State.DELIVERED, 1, null));
        outbox.take(2, alert("b", HOOK, "s"), known("b", State.WAITING, 4, RAISED.plusSeconds(60)));

        assertThat(outbox.oldest()).hasValue(2);
        assertThat(started(RAISED.plusSeconds(59))).isEmpty();
        Parcel b = started(RAISED.plusSeconds(60)).getFirst();
        assertThat(outbox.finish(b, LATER, RAISED).getFirst().attempts()).isEqualTo(5);
    }

    @Test
    void silentOnesAndTheInboxAreNotSent() {
        AlertRaised a = alert("a", ANN, "s");
        outbox.take(
                1,
                new AlertRaised(
                        a.id(),
                        a.recipient(),
                        a.subscriptions(),
                        a.document(),
                        a.mentions(),
                        0,
                        a.frequency(),
                        AlertRaised.Silence.ECHO,
                        List.of("x"),
                        null,
                        RAISED),
                null);
        outbox.take(2, alert("b", Recipient.parse("local/inbox"), "s"), null);

        assertThat(outbox.oldest()).isEmpty();
        assertThat(started(RAISED)).isEmpty();
    }

    @Test
    void nobodyFollowsItAnyMore() {
        outbox.take(1, alert("a", ANN, "s"), null);
        standing = (recipient, ids, raised, now) -> new Standing.Verdict.Drop("opgezegd");

        assertThat(started(RAISED)).isEmpty();

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().state()).isEqualTo(State.DROPPED);
        assertThat(records.getFirst().detail()).isEqualTo("opgezegd");
        assertThat(outbox.oldest()).as("written by the helper").isEmpty();
    }

    @Test
    void whatIsTriedAgainComesBackWhileItsSubscriptionIsNotInForce() {
        outbox.take(1, alert("a", HOOK, "s"), null, true);
        outbox.take(2, alert("b", HOOK, "s"), null, false);
        standing = (recipient, ids, raised, now) -> new Standing.Verdict.Halt("werkt niet");

        assertThat(started(RAISED)).isEmpty();

        assertThat(records)
                .extracting(r -> r.id() + " " + r.state() + " " + r.detail())
                .containsExactlyInAnyOrder("a failed werkt niet", "b dropped werkt niet");
    }

    @Test
    void whatIsTriedAgainAndNobodyFollowsAnyMoreIsNotSent() {
        outbox.take(1, alert("a", HOOK, "s"), null, true);
        standing = (recipient, ids, raised, now) -> new Standing.Verdict.Drop("opgezegd");

        assertThat(started(RAISED)).isEmpty();

        assertThat(records).singleElement().extracting(r -> r.state()).isEqualTo(State.DROPPED);
    }

    @Test
    void anUnconfirmedAddressWaits() {
        outbox.take(1, alert("a", ANN, "s"), null);
        standing = (recipient, ids, raised, now) -> new Standing.Verdict.Wait();
        assertThat(started(RAISED)).isEmpty();
        standing = (recipient, ids, raised, now) -> new Standing.Verdict.Send();
        assertThat(started(RAISED)).hasSize(1);
    }

    @Test
    void aTakenBackAlertIsForgotten() {
        outbox.take(1, alert("a", ANN, "s"), null);
        outbox.takeBack("a");
        assertThat(started(RAISED)).isEmpty();
        assertThat(outbox.oldest()).isEmpty();
    }

    @Test
    void textsAreKeptOnlyToALimit() {
        for (int i = 0; i < 4; i++) {
            outbox.take(i, alert("a" + i, HOOK, "s"), null);
        }
        assertThat(started(RAISED))
                .extracting(p -> p.slips().getFirst().text() != null)
                .containsExactly(true, true, false, false);
    }

    @Test
    void triesForThreeDaysWithGrowingPausesAndThenFails() {
        outbox.take(1, alert("a", HOOK, "s"), null);
        Instant now = RAISED;
        List<Long> pauses = new ArrayList<>();
        List<AlertDelivered> last = List.of();
        for (int i = 0; i < 100 && outbox.oldest().isPresent(); i++) {
            Parcel parcel = started(now).getFirst();
            last = outbox.finish(parcel, LATER, now);
            last.forEach(outbox::written);
            if (outbox.oldest().isPresent()) {
                pauses.add(Duration.between(now, parcel.next()).toSeconds());
                now = parcel.next();
            }
        }
        assertThat(last.getFirst().state()).isEqualTo(State.FAILED);
        assertThat(Duration.between(RAISED, now))
                .isBetween(Duration.ofDays(3), Duration.ofHours(80));
        long[] plain = {1, 4, 15, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600};
        for (int i = 0; i < plain.length; i++) {
            assertThat(pauses.get(i)).isBetween(plain[i] * 8 / 10 - 1, plain[i] * 12 / 10 + 1);
        }
    }

    @Test
    void theReceiverSaysHowLongToWait() {
        outbox.take(1, alert("a", HOOK, "s"), null);
        Parcel a = started(RAISED).getFirst();
        outbox.finish(a, new Attempt.Again("x", "429", Duration.ofMinutes(5), false), RAISED);
        assertThat(a.next()).isEqualTo(RAISED.plus(Duration.ofMinutes(5)));
    }

    private static AlertRaised bundled(String id, String bundle) {
        return alert(id, ANN, "s", Frequency.IMMEDIATE, bundle, RAISED);
    }

    private static AlertDelivered known(String id, State state, int attempts, Instant next) {
        return new AlertDelivered(id, HOOK.toString(), state, id, attempts, null, next, RAISED);
    }

    /** Starts with all that is to be written written at once. */
    private List<Parcel> started(Instant now) {
        List<Parcel> started = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<AlertDelivered> write = new ArrayList<>();
            started.addAll(outbox.start(now, standing, recipient -> true, write));
            write.forEach(outbox::written);
            records.addAll(write);
        }
        return started;
    }
}
