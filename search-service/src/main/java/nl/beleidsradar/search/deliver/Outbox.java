package nl.beleidsradar.search.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDelivered.State;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one partition that have not ended yet, and the messages they go in. Knows times and
 * records only; for one thread.
 *
 * <p>What goes together in a bundle or digest is written before it is sent the first time, so that
 * after a restart the same message id holds the same alerts, and one that comes late goes in a
 * message of its own. An alert has ended once the record of its end is written.
 */
final class Outbox {

    /** From this many attempts on, a mail no longer holds up those behind it. */
    private static final int HOLDS_UP = 3;

    /** However long the service itself was away, a receiver gets this many chances. */
    private static final int FEWEST_ATTEMPTS = 8;

    private static final Duration UNREACHABLE = Duration.ofMinutes(1);

    private final Schedule schedule;
    private final MessageIds ids;
    private final Duration giveUpAfter;
    private final int heldTexts;

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Slip> open = new HashMap<>();
    private final Map<String, Parcel> parcels = new HashMap<>();
    private final TreeMap<Long, String> offsets = new TreeMap<>();
    private int held;

    Outbox(Schedule schedule, MessageIds ids, Duration giveUpAfter, int heldTexts) {
        this.schedule = schedule;
        this.ids = ids;
        this.giveUpAfter = giveUpAfter;
        this.heldTexts = heldTexts;
    }

    /** The messages to one recipient. */
    private static final class Lane {
        final TreeSet<Parcel> parcels = new TreeSet<>(Parcel.ORDER);
        final Map<String, Parcel> byKey = new HashMap<>();

        void add(Parcel parcel) {
            parcels.add(parcel);
            byKey.put(parcel.key(), parcel);
        }

        void remove(Parcel parcel) {
            parcels.remove(parcel);
            byKey.remove(parcel.key(), parcel);
        }
    }

    /**
     * Takes an alert that the ledger let through; what is not to be sent by anyone is passed over.
     *
     * @param known the last that was written of it before this outbox began
     */
    void take(long offset, AlertRaised alert, @Nullable AlertDelivered known) {
        take(offset, alert, known, false);
    }

    /**
     * The same.
     *
     * @param retried whether somebody asked for it anew after it had failed
     */
    void take(long offset, AlertRaised alert, @Nullable AlertDelivered known, boolean retried) {
        Recipient recipient = Recipient.parse(alert.recipient());
        if (alert.silence() != null
                || recipient.kind() == Channel.Kind.INBOX
                || known != null && known.ended()) {
            return;
        }
        if (open.containsKey(alert.id())) {
            move(offset, alert, retried);
            return;
        }
        Schedule.Due due = schedule.of(alert, recipient.kind());
        boolean keep = due.group() == null && held < heldTexts;
        held += keep ? 1 : 0;
        Slip slip = Slip.of(offset, alert, retried, keep);
        open.put(slip.id(), slip);
        offsets.put(offset, slip.id());
        Lane lane = lanes.computeIfAbsent(alert.recipient(), _ -> new Lane());
        Parcel parcel = parcel(lane, recipient, slip, due, known);
        parcel.slips().add(slip);
        parcels.put(slip.id(), parcel);
    }

    /** The same alert once more: its older record may be compacted away. */
    private void move(long offset, AlertRaised alert, boolean retried) {
        Slip older = open.get(alert.id());
        Parcel parcel = parcels.get(alert.id());
        if (older != null && parcel != null && parcel.slips().contains(older)) {
            Slip newer = Slip.of(offset, alert, retried, older.text() != null);
            parcel.slips().replaceAll(slip -> slip.equals(older) ? newer : slip);
            open.put(newer.id(), newer);
            offsets.remove(older.offset());
            offsets.put(offset, newer.id());
        }
    }

    private Parcel parcel(
            Lane lane,
            Recipient recipient,
            Slip slip,
            Schedule.Due due,
            @Nullable AlertDelivered known) {
        String alone = ids.alone(recipient.kind(), slip.id());
        String told =
                known == null || isHalfPlanned(lane, recipient, due, known)
                        ? null
                        : known.message();
        String message = told != null ? told : due.group() == null ? alone : null;
        String key = message == null ? "group " + due.group() : message;
        Parcel held = lane.byKey.get(key);
        if (held == null) {
            held = new Parcel(recipient, key, due.at(), slip.offset(), message);
            lane.add(held);
        }
        Instant next = known == null ? null : known.next();
        if (known != null && next != null && known.attempts() >= held.attempts()) {
            held.again(known.attempts(), next);
        }
        return held;
    }

    /**
     * A plan is whole once it names its first alert, which is written last. Before that nothing was
     * sent of it, and it is made again.
     */
    private boolean isHalfPlanned(
            Lane lane, Recipient recipient, Schedule.Due due, AlertDelivered known) {
        String key = "group " + due.group();
        Parcel unplanned = lane.byKey.get(key);
        return known.attempts() == 0
                && unplanned != null
                && !unplanned.slips().isEmpty()
                && ids.group(recipient.toString(), key, unplanned.slips().getFirst().id())
                        .equals(known.message());
    }

    /** Forgets an alert that was taken back, as a takedown does. */
    void takeBack(String id) {
        Slip slip = open.get(id);
        if (slip == null) {
            return;
        }
        Parcel parcel = parcels.get(id);
        close(slip);
        Lane lane = parcel == null ? null : lanes.get(parcel.recipient().toString());
        if (parcel != null && parcel.slips().remove(slip) && parcel.slips().isEmpty()) {
            if (lane != null) {
                lane.remove(parcel);
            }
        }
    }

    /**
     * The messages to be sent now; each is under way until {@link #finish}.
     *
     * @param room asked last, and takes the place where there is one
     * @param write takes what is to be written
     */
    List<Parcel> start(
            Instant now, Standing standing, Predicate<Recipient> room, List<AlertDelivered> write) {
        List<Parcel> started = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            for (Parcel parcel : List.copyOf(lane.parcels.headSet(limit(now), true))) {
                if (!passes(lane, parcel, now, standing, room, write, started)) {
                    break;
                }
            }
        }
        lanes.values().removeIf(lane -> lane.parcels.isEmpty());
        return started;
    }

    /** Sorts after all that is due by then. */
    private static Parcel limit(Instant now) {
        return new Parcel(
                new Recipient("", Channel.Kind.INBOX, null), "", now, Long.MAX_VALUE, null);
    }

    /** Answers whether the messages behind it may go on. */
    private boolean passes(
            Lane lane,
            Parcel parcel,
            Instant now,
            Standing standing,
            Predicate<Recipient> room,
            List<AlertDelivered> write,
            List<Parcel> started) {
        boolean inOrder = parcel.recipient().kind() == Channel.Kind.MAIL;
        if (parcel.busy()) {
            return !inOrder;
        }
        if (parcel.next().isAfter(now)) {
            return !inOrder || parcel.attempts() >= HOLDS_UP;
        }
        boolean waits = judge(parcel, standing, now, write);
        if (parcel.slips().isEmpty()) {
            lane.remove(parcel);
            return true;
        }
        if (waits) {
            return false;
        }
        if (!parcel.planned()) {
            plan(lane, parcel, now, write);
            return false;
        }
        if (!room.test(parcel.recipient())) {
            return false;
        }
        parcel.start();
        started.add(parcel);
        return !inOrder;
    }

    private boolean judge(
            Parcel parcel, Standing standing, Instant now, List<AlertDelivered> write) {
        boolean waits = false;
        for (Slip slip : List.copyOf(parcel.slips())) {
            switch (standing.of(parcel.recipient(), slip.subscriptions(), slip.raised(), now)) {
                case Standing.Verdict.Send _ -> {}
                case Standing.Verdict.Wait _ -> waits = true;
                case Standing.Verdict.Halt(String why) -> {
                    // Who tried it again has been promised that it comes, or comes back.
                    State end = slip.retried() ? State.FAILED : State.DROPPED;
                    leave(parcel, slip, end, why, now, write);
                }
                case Standing.Verdict.Drop(String why) ->
                        leave(parcel, slip, State.DROPPED, why, now, write);
            }
        }
        return waits;
    }

    private static void leave(
            Parcel parcel,
            Slip slip,
            State end,
            String why,
            Instant now,
            List<AlertDelivered> write) {
        parcel.slips().remove(slip);
        write.add(record(parcel, slip, end, why, null, now));
    }

    /** From here on nothing is added to it. */
    private void plan(Lane lane, Parcel parcel, Instant now, List<AlertDelivered> write) {
        String message =
                ids.group(
                        parcel.recipient().toString(),
                        parcel.key(),
                        parcel.slips().getFirst().id());
        lane.byKey.remove(parcel.key());
        parcel.plan(message);
        List<Slip> slips = parcel.slips();
        for (Slip slip : slips.subList(1, slips.size())) {
            write.add(record(parcel, slip, State.WAITING, null, now, now));
        }
        write.add(record(parcel, slips.getFirst(), State.WAITING, null, now, now));
    }

    /** What is to be written of a message that was tried. */
    List<AlertDelivered> finish(Parcel parcel, Attempt attempt, Instant now) {
        int attempts = parcel.attempts() + 1;
        return switch (attempt) {
            case Attempt.Accepted _ -> end(parcel, attempts, State.DELIVERED, null, now);
            case Attempt.Refused refused ->
                    end(parcel, attempts, State.FAILED, refused.detail(), now);
            case Attempt.Again again when gaveUp(parcel, attempts, now) ->
                    end(parcel, attempts, State.FAILED, again.detail(), now);
            case Attempt.Again again -> {
                parcel.again(attempts, now.plus(pause(parcel, attempts, again)));
                yield noted(attempts)
                        ? parcel.slips().stream()
                                .map(s ->
                                        record(
                                                parcel,
                                                s,
                                                State.WAITING,
                                                again.detail(),
                                                parcel.next(),
                                                now))
                                .toList()
                        : List.of();
            }
        };
    }

    private boolean gaveUp(Parcel parcel, int attempts, Instant now) {
        return attempts >= FEWEST_ATTEMPTS && now.isAfter(parcel.due().plus(giveUpAfter));
    }

    /** A mail server that is away for days must not fill the log: the first attempts, then some. */
    private static boolean noted(int attempts) {
        return attempts <= 6 || attempts % 16 == 0;
    }

    private static Duration pause(Parcel parcel, int attempts, Attempt.Again again) {
        Duration pause = BackOff.after(parcel.message(), attempts);
        if (again.unreachable() && pause.compareTo(UNREACHABLE) > 0) {
            pause = UNREACHABLE;
        }
        Duration asked = again.notBefore();
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    private List<AlertDelivered> end(
            Parcel parcel, int attempts, State state, @Nullable String detail, Instant now) {
        parcel.again(attempts, now);
        Lane lane = lanes.get(parcel.recipient().toString());
        if (lane != null) {
            lane.remove(parcel);
        }
        return parcel.slips().stream()
                .map(slip -> record(parcel, slip, state, detail, null, now))
                .toList();
    }

    private static AlertDelivered record(
            Parcel parcel,
            Slip slip,
            State state,
            @Nullable String detail,
            @Nullable Instant next,
            Instant now) {
        return new AlertDelivered(
                slip.id(),
                parcel.recipient().toString(),
                state,
                parcel.planned() ? parcel.message() : null,
                parcel.attempts(),
                detail,
                next,
                now);
    }

    /** The log has it now. */
    void written(AlertDelivered record) {
        if (record.ended()) {
            Slip slip = open.get(record.id());
            if (slip != null) {
                close(slip);
            }
        } else if (record.attempts() == 0) {
            Parcel parcel = parcels.get(record.id());
            if (parcel != null) {
                parcel.planWritten();
            }
        }
    }

    private void close(Slip slip) {
        open.remove(slip.id());
        parcels.remove(slip.id());
        offsets.remove(slip.offset());
        held -= slip.text() == null ? 0 : 1;
    }

    /** The offset of the oldest alert that has not ended; empty where all have. */
    OptionalLong oldest() {
        return offsets.isEmpty() ? OptionalLong.empty() : OptionalLong.of(offsets.firstKey());
    }

    /** Where an alert lies that has not ended. */
    OptionalLong offset(String id) {
        Slip slip = open.get(id);
        return slip == null ? OptionalLong.empty() : OptionalLong.of(slip.offset());
    }

    int size() {
        return open.size();
    }
}
