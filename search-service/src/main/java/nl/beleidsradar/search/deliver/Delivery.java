package nl.beleidsradar.search.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDelivered.State;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends what is due of the partitions that this instance holds, each message on a thread of its
 * own, and tells what is to be written of it. Everything but the sending is done on the one thread
 * that calls it.
 */
@Component
public final class Delivery implements DisposableBean {

    /** Reads an alert again whose text was not kept. */
    @FunctionalInterface
    public interface Texts {

        /**
         * @return null if the log no longer has it
         * @throws RuntimeException if the log cannot be read now
         */
        @Nullable AlertRaised read(int partition, long offset);
    }

    /** A record for the log of outcomes, and the partition it belongs to. */
    public record Outcome(int partition, AlertDelivered record) {

        /** Whether it is of no alert but of a question to confirm an address. */
        public boolean isQuestion() {
            return record.id().startsWith(MessageIds.CONFIRMATION);
        }
    }

    private record Done(
            Outbox outbox, int partition, Parcel parcel, Attempt attempt, Duration took) {}

    private record Asked(int partition, Subscription subscription, Attempt attempt) {}

    private final DeliverySettings settings;
    private final MessageIds ids;
    private final Followers followers;
    private final Confirmations confirmations;
    private final MailDelivery mail;
    private final Map<Channel.Kind, AlertDelivery> channels = new EnumMap<>(Channel.Kind.class);
    private final BrokenChannels broken;
    private final DeliveryReport report;
    private final Clock clock;
    private final Room room;
    private final Map<Integer, Outbox> outboxes = new LinkedHashMap<>();
    private final Map<Integer, Map<String, AlertDelivered>> known = new HashMap<>();
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    Delivery(
            DeliverySettings settings,
            Followers followers,
            Confirmations confirmations,
            MailDelivery mail,
            List<AlertDelivery> channels,
            BrokenChannels broken,
            DeliveryReport report) {
        this(settings, followers, confirmations, mail, channels, broken, report, Clock.systemUTC());
    }

    Delivery(
            DeliverySettings settings,
            Followers followers,
            Confirmations confirmations,
            MailDelivery mail,
            List<AlertDelivery> channels,
            BrokenChannels broken,
            DeliveryReport report,
            Clock clock) {
        this.settings = settings;
        this.ids = new MessageIds(settings.messageDomain());
        this.followers = followers;
        this.confirmations = confirmations;
        this.mail = mail;
        channels.forEach(c -> this.channels.put(c.kind(), c));
        this.broken = broken;
        this.report = report;
        this.clock = clock;
        this.room = new Room(settings);
    }

    /** How far back the outcomes must be read for {@link #assigned}; empty where nothing waits. */
    public Optional<Instant> oldestQuestion() {
        return confirmations.oldest(clock.instant());
    }

    /**
     * Begins with a partition.
     *
     * @param outcomes the last of each alert, from the time of the first that is taken
     */
    public void assigned(int partition, Map<String, AlertDelivered> outcomes) {
        outboxes.put(
                partition,
                new Outbox(settings.schedule(), ids, settings.giveUpAfter(), settings.heldTexts()));
        known.put(partition, new HashMap<>(outcomes));
        outcomes.values().stream()
                .filter(o -> o.ended() && o.id().startsWith(MessageIds.CONFIRMATION))
                .forEach(o -> confirmations.ended(o.id()));
    }

    /** All is taken that was raised before {@link #assigned}: what it was told is not needed. */
    public void caughtUp(int partition) {
        known.remove(partition);
    }

    /** Another instance goes on with it. */
    public void revoked(int partition) {
        outboxes.remove(partition);
        known.remove(partition);
    }

    /** Whether no more is to be taken for now. */
    public boolean full(int partition) {
        Outbox outbox = outboxes.get(partition);
        return outbox != null && outbox.size() >= settings.mostPending();
    }

    /**
     * Takes a record off the log of alerts.
     *
     * @param alert null where the alert was taken back
     */
    public void take(int partition, long offset, String id, @Nullable AlertRaised alert) {
        take(partition, offset, id, alert, Instant.MIN);
    }

    /**
     * The same.
     *
     * @param since when it was asked for anew after it had failed; what became of it before does
     *     not count
     */
    public void take(
            int partition, long offset, String id, @Nullable AlertRaised alert, Instant since) {
        Outbox outbox = outboxes.get(partition);
        if (outbox != null && alert != null) {
            AlertDelivered last = known.getOrDefault(partition, Map.of()).get(id);
            outbox.take(
                    offset,
                    alert,
                    last != null && last.at().isAfter(since) ? last : null,
                    since.isAfter(Instant.MIN));
        } else if (outbox != null) {
            outbox.takeBack(id);
        }
    }

    /**
     * Takes in what was sent meanwhile; to be written.
     *
     * @see #written
     */
    public List<Outcome> finish() {
        List<Outcome> write = new ArrayList<>();
        for (Done d = done.poll(); d != null; d = done.poll()) {
            int partition = d.partition();
            List<AlertDelivered> records =
                    d.outbox().finish(d.parcel(), d.attempt(), clock.instant());
            records.forEach(record -> write.add(new Outcome(partition, record)));
            report.tell(d.parcel(), d.attempt(), d.took(), clock.instant());
            breakUp(d.parcel(), d.attempt(), records);
        }
        for (Asked a = asked.poll(); a != null; a = asked.poll()) {
            ask(a).ifPresent(write::add);
        }
        return write;
    }

    /**
     * Starts what is due; to be called only while the subscriptions are current.
     *
     * @param partitionOf the partition of a recipient
     * @return what is to be written before anything else happens to it
     */
    public List<Outcome> start(Texts texts, ToIntFunction<String> partitionOf) {
        Instant now = clock.instant();
        List<Outcome> write = new ArrayList<>();
        outboxes.forEach((partition, outbox) -> {
            List<AlertDelivered> records = new ArrayList<>();
            outbox.start(now, followers, room::take, records)
                    .forEach(parcel -> send(outbox, partition, parcel, texts));
            records.forEach(r -> write.add(new Outcome(partition, r)));
        });
        confirmations
                .start(
                        now,
                        r ->
                                outboxes.containsKey(partitionOf.applyAsInt(r.toString()))
                                        && room.take(r))
                .forEach(s -> askLater(partitionOf.applyAsInt(s.recipient().toString()), s));
        confirmations
                .expired(now)
                .forEach(s -> breakLater(s, "Het mailadres is niet op tijd bevestigd."));
        return write;
    }

    /** The log has it now. */
    public void written(Outcome outcome) {
        Outbox outbox = outboxes.get(outcome.partition());
        if (outbox != null) {
            outbox.written(outcome.record());
        }
    }

    /** The offset of the oldest alert that has not ended; empty where all have. */
    public OptionalLong oldest(int partition) {
        Outbox outbox = outboxes.get(partition);
        return outbox == null ? OptionalLong.empty() : outbox.oldest();
    }

    /** Where an alert lies that has not ended. */
    public OptionalLong offset(int partition, String id) {
        Outbox outbox = outboxes.get(partition);
        return outbox == null ? OptionalLong.empty() : outbox.offset(id);
    }

    /** Whether there is nothing to be sent, now or later. */
    public boolean isIdle() {
        return confirmations.isEmpty()
                && outboxes.values().stream().allMatch(outbox -> outbox.size() == 0);
    }

    /** Whether nothing is under way. */
    public boolean isQuiet() {
        return room.isEmpty() && done.isEmpty() && asked.isEmpty();
    }

    private void send(Outbox outbox, int partition, Parcel parcel, Texts texts) {
        List<Slip> slips = List.copyOf(parcel.slips());
        long started = System.nanoTime();
        threads.execute(() -> {
            Attempt attempt = attempt(partition, parcel, slips, texts);
            room.leave(parcel.recipient());
            var took = Duration.ofNanos(System.nanoTime() - started);
            done.add(new Done(outbox, partition, parcel, attempt, took));
        });
    }

    private Attempt attempt(int partition, Parcel parcel, List<Slip> slips, Texts texts) {
        try {
            List<AlertRaised> alerts = new ArrayList<>();
            for (Slip slip : slips.subList(0, Math.min(slips.size(), settings.mostShown()))) {
                AlertRaised kept = slip.text();
                AlertRaised alert = kept != null ? kept : texts.read(partition, slip.offset());
                if (alert != null) {
                    alerts.add(alert);
                }
            }
            AlertDelivery channel = channels.get(parcel.recipient().kind());
            if (alerts.isEmpty() || channel == null) {
                // Taken back: the log will say so in a moment.
                return new Attempt.Again(
                        "gone", "the alert is not in the log any more", null, true);
            }
            int more = Math.max(0, slips.size() - settings.mostShown());
            return channel.deliver(new Letter(parcel.recipient(), parcel.message(), alerts, more));
        } catch (RuntimeException e) {
            return report.unexpected(parcel.message(), e);
        }
    }

    private void askLater(int partition, Subscription subscription) {
        threads.execute(() -> {
            Attempt attempt;
            try {
                attempt = mail.confirm(subscription);
            } catch (RuntimeException e) {
                attempt = report.unexpected(Confirmations.mailId(subscription), e);
            }
            room.leave(subscription.recipient());
            asked.add(new Asked(partition, subscription, attempt));
        });
    }

    private Optional<Outcome> ask(Asked a) {
        Subscription subscription = a.subscription();
        Instant now = clock.instant();
        int attempts = confirmations.finished(subscription, a.attempt(), now);
        report.asked(subscription, a.attempt());
        String id = Confirmations.mailId(subscription);
        String detail =
                switch (a.attempt()) {
                    case Attempt.Accepted _ -> null;
                    case Attempt.Again again -> again.detail();
                    case Attempt.Refused refused -> refused.detail();
                };
        if (a.attempt() instanceof Attempt.Again) {
            return Optional.empty();
        }
        if (detail != null) {
            breakLater(subscription, DeliveryReport.message(a.attempt()));
        }
        return Optional.of(
                new Outcome(
                        a.partition(),
                        new AlertDelivered(
                                id,
                                subscription.recipient().toString(),
                                detail == null ? State.DELIVERED : State.FAILED,
                                ids.mail(id),
                                attempts,
                                detail,
                                null,
                                now)));
    }

    /** A message that failed for good: whoever follows that way is not told any more. */
    private void breakUp(Parcel parcel, Attempt attempt, List<AlertDelivered> records) {
        // A mail server that is away says nothing of the address.
        boolean ours =
                parcel.recipient().kind() == Channel.Kind.MAIL && attempt instanceof Attempt.Again;
        if (!ours && records.stream().anyMatch(r -> r.state() == State.FAILED)) {
            Recipient recipient = parcel.recipient();
            parcel.slips().stream()
                    .flatMap(slip -> followers.live(recipient, slip.subscriptions()).stream())
                    .distinct()
                    .forEach(s -> breakLater(s, DeliveryReport.message(attempt)));
        }
    }

    private void breakLater(Subscription subscription, String message) {
        threads.execute(() -> broken.broken(subscription, message));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
