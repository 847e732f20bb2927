package nl.beleidsradar.ingest.fetch.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cursor of a kind whose protocol has none of its own: dates and numbers with a name, such as
 * {@code since=2021-07-08;start=101}. It holds no address, so one that was tampered with leads
 * nowhere else.
 */
final class FeedCursor {

    private static final int LONGEST = 500;
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9:.+_-]{1,100}");

    private final Map<String, String> values;

    private FeedCursor(Map<String, String> values) {
        this.values = values;
    }

    static FeedCursor start() {
        return new FeedCursor(Map.of());
    }

    /**
     * @param written null is the beginning
     */
    static FeedCursor of(@Nullable String written) throws FetchFailed {
        if (written == null || written.isEmpty()) {
            return start();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : written.length() > LONGEST ? new String[0] : written.split(";")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && VALUE.matcher(parts[1]).matches()) {
                values.put(parts[0], parts[1]);
            } else {
                values.clear();
                break;
            }
        }
        if (values.isEmpty()) {
            throw unreadable();
        }
        return new FeedCursor(values);
    }

    /** The same with another value; null takes it away. */
    FeedCursor with(String name, @Nullable Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.remove(name);
        if (value != null) {
            more.put(name, value.toString());
        }
        return new FeedCursor(more);
    }

    @Nullable Instant instant(String name) throws FetchFailed {
        return read(name, Instant::parse);
    }

    @Nullable LocalDate date(String name) throws FetchFailed {
        return read(name, LocalDate::parse);
    }

    /** A number of 0 or more. */
    int number(String name, int otherwise) throws FetchFailed {
        Integer number = read(name, Integer::valueOf);
        if (number != null && number < 0) {
            throw unreadable();
        }
        return number == null ? otherwise : number;
    }

    private <T> @Nullable T read(String name, Function<String, T> read) throws FetchFailed {
        String value = values.get(name);
        try {
            return value == null ? null : read.apply(value);
        } catch (DateTimeException | NumberFormatException e) {
            throw unreadable();
        }
    }

    private static FetchFailed unreadable() {
        return new FetchFailed(FetchFailed.Fault.FORBIDDEN, "the remembered cursor is unreadable");
    }

    @Override
    public String toString() {
        StringJoiner joined = new StringJoiner(";");
        values.forEach((name, value) -> joined.add(name + "=" + value));
        return joined.toString();
    }
}
