package nl.beleidsradar.enrich.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The year of the Dutch parliament, which begins on the third Tuesday of September. */
record ParliamentaryYear(int begins) {

    static ParliamentaryYear of(LocalDate date) {
        LocalDate opening =
                LocalDate.of(date.getYear(), Month.SEPTEMBER, 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.TUESDAY));
        return new ParliamentaryYear(date.isBefore(opening) ? date.getYear() - 1 : date.getYear());
    }

    /** Reads {@code 2008-2009}, {@code 2023/24} and the like; only the first year is trusted. */
    static Optional<ParliamentaryYear> parse(String session) {
        if (session.length() < 4
                || !session.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(new ParliamentaryYear(Integer.parseInt(session.substring(0, 4))));
    }

    /** As official ids have it: {@code 20202021}. */
    String inIds() {
        return "%d%d".formatted(begins, begins + 1);
    }
}
