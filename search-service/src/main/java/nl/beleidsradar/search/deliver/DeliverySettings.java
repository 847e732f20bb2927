package nl.beleidsradar.search.deliver;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How alerts are delivered.
 *
 * @param smtp host:port of the mail server
 * @param smtpUser login at the mail server; null for none
 * @param smtpPassword of that login
 * @param smtpStartTls whether the connection must be encrypted
 * @param mailFrom address that mails come from
 * @param dailyAt when daily digests go out, Dutch time
 * @param weeklyOn day of the weekly digests
 * @param weeklyAt when weekly digests go out, Dutch time
 * @param bundleWindow how long alerts of one bundle are gathered, from the start it names
 * @param grace how long after the end of a bundle or digest its last alerts are waited for
 * @param giveUpAfter how long a message is tried
 * @param confirmWithin how long alerts wait for the holder of a mail address to agree
 * @param connectTimeout for a connection to a mail server or webhook
 * @param answerTimeout for the whole of a webhook's answer, for each answer of a mail server
 * @param atOnce messages under way at the same time
 * @param perHost messages under way to one host
 * @param perWebhook messages under way to one webhook; a mail address takes one at a time
 * @param heldTexts alerts kept in memory with their text; the text of further ones is read again
 * @param mostPending alerts not ended, per partition, above which no more are taken off the log
 * @param mostShown alerts that a bundle or digest shows; the others are told by number
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.alerts.delivery", ignoreUnknownFields = false)
record DeliverySettings(
        @Pattern(regexp = ".+:\\d{1,5}") @DefaultValue("127.0.0.1:3025") String smtp,
        @Nullable String smtpUser,
        @Nullable String smtpPassword,
        @DefaultValue("false") boolean smtpStartTls,
        @Pattern(regexp = "[^@\\s<>]+@[^@\\s<>]+") @DefaultValue("beleidsradar@localhost")
                String mailFrom,
        @NotNull @DefaultValue("07:00") LocalTime dailyAt,
        @NotNull @DefaultValue("MONDAY") DayOfWeek weeklyOn,
        @NotNull @DefaultValue("07:00") LocalTime weeklyAt,
        @NotNull @DefaultValue("10m") Duration bundleWindow,
        @NotNull @DefaultValue("30s") Duration grace,
        @NotNull @DefaultValue("3d") Duration giveUpAfter,
        @NotNull @DefaultValue("7d") Duration confirmWithin,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration answerTimeout,
        @Min(1) @DefaultValue("128") int atOnce,
        @Min(1) @DefaultValue("8") int perHost,
        @Min(1) @DefaultValue("2") int perWebhook,
        @Min(1) @DefaultValue("2000") int heldTexts,
        @Min(1) @DefaultValue("100000") int mostPending,
        @Min(1) @DefaultValue("50") int mostShown) {

    String smtpHost() {
        return smtp.substring(0, smtp.lastIndexOf(':'));
    }

    int smtpPort() {
        return Integer.parseInt(smtp.substring(smtp.lastIndexOf(':') + 1));
    }

    /** What stands behind the {@code @} of message ids. */
    String messageDomain() {
        return "beleidsradar." + mailFrom.substring(mailFrom.indexOf('@') + 1);
    }

    Schedule schedule() {
        return new Schedule(dailyAt, weeklyOn, weeklyAt, bundleWindow, grace);
    }
}
