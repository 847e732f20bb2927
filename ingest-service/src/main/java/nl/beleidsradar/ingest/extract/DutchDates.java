package nl.beleidsradar.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as Dutch papers write them: {@code 16 mei 2025}, {@code 16-05-2025}. */
final class DutchDates {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov",
                    "dec");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\b(\\d{1,2})(?:\\s{1,3}([a-zA-Z]{3,9})\\.?\\s{1,3}|[-/.](\\d{1,2})[-/.])((?:19|20)\\d{2})\\b");

    private DutchDates() {}

    /** The first day that a text names. */
    static Optional<LocalDate> first(String text) {
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            int month =
                    date.group(2) == null ? Integer.parseInt(date.group(3)) : month(date.group(2));
            try {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(date.group(4)),
                                month,
                                Integer.parseInt(date.group(1))));
            } catch (DateTimeException e) {
                // The next one may be a day.
            }
        }
        return Optional.empty();
    }

    private static int month(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(name.startsWith("mrt") ? "maa" : name.substring(0, 3)) + 1;
    }
}
