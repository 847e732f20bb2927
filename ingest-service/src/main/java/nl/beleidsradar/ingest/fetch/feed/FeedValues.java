package nl.beleidsradar.ingest.fetch.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values as the sources write them, in the form in which we keep them; what cannot be is null. */
final class FeedValues {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int LONGEST_LOCAL = 160;
    private static final int LONGEST_TEXT = 2_000;

    private FeedValues() {}

    /** A source's name in the alphabet of document ids; one that does not fit is hashed. */
    static String local(String name) {
        String local = name.strip().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-|-$", "");
        boolean usable = local.length() <= LONGEST_LOCAL && !local.replace(".", "").isEmpty();
        return usable ? local : hash(name);
    }

    /** 32 hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line, of a reasonable length; null where nothing is left. */
    static @Nullable String text(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = written.replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    /** The day, of a date or of a time with its offset (then the day in Amsterdam). */
    static @Nullable LocalDate day(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return written.length() > 10
                    ? dayOf(OffsetDateTime.parse(written).toInstant())
                    : LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, AMSTERDAM);
    }

    /** The moment; a day alone is its beginning in Amsterdam. */
    static @Nullable Instant moment(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return written.length() > 10
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDate.parse(written).atStartOfDay(AMSTERDAM).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a moment comes before a revision that is one too. */
    static boolean isBefore(@Nullable Instant moment, @Nullable String revision) {
        Instant other = moment(revision);
        return moment != null && other != null && moment.isBefore(other);
    }

    /** The later one; null is before everything. */
    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
