package nl.beleidsradar.search.deliver;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * When an alert is due and which others go in the same message: a function of the alert alone, so
 * that a restart plans the same.
 */
record Schedule(
        LocalTime dailyAt,
        DayOfWeek weeklyOn,
        LocalTime weeklyAt,
        Duration bundleWindow,
        Duration grace) {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    /**
     * @param at when it is due
     * @param group shared by the alerts of one message to the recipient; null for one by itself
     */
    record Due(Instant at, @Nullable String group) {}

    Due of(AlertRaised alert, Channel.Kind kind) {
        boolean mail = kind == Channel.Kind.MAIL;
        return switch (alert.frequency()) {
            case IMMEDIATE -> mail ? immediate(alert) : new Due(alert.raised(), null);
            case DAILY, WEEKLY -> {
                Instant moment = moment(alert.frequency(), alert.raised());
                yield new Due(moment.plus(grace), mail ? alert.frequency() + "/" + moment : null);
            }
        };
    }

    private Due immediate(AlertRaised alert) {
        String bundle = alert.bundle();
        if (bundle == null) {
            return new Due(alert.raised(), null);
        }
        return new Due(start(bundle, alert).plus(bundleWindow).plus(grace), "bundle/" + bundle);
    }

    private static Instant start(String bundle, AlertRaised alert) {
        try {
            return Instant.parse(bundle);
        } catch (DateTimeParseException e) {
            return alert.raised();
        }
    }

    /** The first digest whose time comes after the alert was raised. */
    private Instant moment(Frequency frequency, Instant raised) {
        ZonedDateTime then = raised.atZone(DUTCH_TIME);
        boolean weekly = frequency == Frequency.WEEKLY;
        ZonedDateTime moment = then.with(weekly ? weeklyAt : dailyAt);
        while (!moment.toInstant().isAfter(raised) || weekly && moment.getDayOfWeek() != weeklyOn) {
            moment = moment.plusDays(1).with(weekly ? weeklyAt : dailyAt);
        }
        return moment.toInstant();
    }
}
