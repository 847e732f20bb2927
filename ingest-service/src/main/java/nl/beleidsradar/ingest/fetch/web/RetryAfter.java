package nl.beleidsradar.ingest.fetch.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a moment (RFC 9110, 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * @return null where there is none that can be read; never longer than the longest
     */
    static @Nullable Duration read(@Nullable String header, Instant now, Duration longest) {
        if (header == null) {
            return null;
        }
        Duration asked = parse(header.strip(), now);
        if (asked == null || asked.isNegative()) {
            return asked == null ? null : Duration.ZERO;
        }
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    private static @Nullable Duration parse(String header, Instant now) {
        try {
            if (header.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            return Duration.between(
                    now,
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
