package nl.beleidsradar.search.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.search.theme.Theme;
import nl.beleidsradar.search.theme.Themes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** How a page names things in its reader's language; a value without a name names itself. */
record Wording(MessageSource messages, Themes themes, Locale locale) {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final Pattern KAMERSTUK =
            Pattern.compile("kst-(\\d{5})(?:-([A-Z][A-Za-z-]*))?-([0-9A-Za-z]+)");
    private static final Pattern DOSSIER =
            Pattern.compile("(?:dossier:)?(\\d{5})(?:-([A-Z][A-Za-z-]*))?");
    private static final Pattern AANHANGSEL =
            Pattern.compile("ah-tk-(\\d{4})(\\d{4})-([0-9A-Za-z]+)");

    /** Number of different looks of theme tags; each tag also carries its name. */
    static final int LOOKS = 6;

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String name(String prefix, String value) {
        String named = messages.getMessage(prefix + value, null, value, locale);
        return named == null ? value : named;
    }

    public String type(String type) {
        return name("type.", type);
    }

    public String source(String source) {
        return name("source.", source);
    }

    public String theme(String id) {
        return themes.label(id, locale);
    }

    /** Which of the looks a theme's tags have, from 1. */
    public int look(String theme) {
        List<String> ids = themes.all().stream().map(Theme::id).toList();
        int place = ids.indexOf(theme);
        return Math.floorMod(place < 0 ? theme.hashCode() : place, LOOKS) + 1;
    }

    public String strength(Strength strength) {
        return text("strength." + strength);
    }

    public String strength(String strength) {
        return name("strength.", strength);
    }

    public String role(Reference.Role role) {
        return text("role." + role);
    }

    public String kind(@Nullable ReferenceKind kind) {
        return kind == null ? text("kind.unknown") : name("kind.", kind.toString());
    }

    public String language(String code) {
        return name("language.", code);
    }

    public String metadata(String key) {
        return name("metadata.", key);
    }

    public String limit(String limit) {
        return name("reason.", limit);
    }

    public String limits(List<String> limits) {
        return limits.stream().map(this::limit).collect(Collectors.joining(", "));
    }

    public String reason(String reason) {
        return name("reason.", reason);
    }

    public String stage(String stage) {
        return name("stage.", stage);
    }

    /** How a kind of source is read. */
    public String fetched(String kind) {
        return name("fetched.", kind);
    }

    public String state(String state) {
        return name("state.", state);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number with at most one decimal. */
    public String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** A day as people write it: {@code 12 juni 2024}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? text("date.unknown") : format(day, "d MMMM yyyy");
    }

    /** A month as people write it: {@code juni 2024}; anything but {@code 2024-06} as it is. */
    public String month(String month) {
        try {
            return format(YearMonth.parse(month), "MMMM yyyy");
        } catch (DateTimeParseException e) {
            return month;
        }
    }

    /** A moment in Dutch time, to the minute. */
    public String moment(@Nullable Instant moment) {
        return moment == null
                ? text("date.unknown")
                : format(moment.atZone(DUTCH_TIME), "d MMMM yyyy HH:mm");
    }

    private String format(TemporalAccessor moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment);
    }

    /** A cited document as people write it: {@code Kamerstuk 34919, nr. 74}. */
    public String reference(String canonical) {
        Matcher kamerstuk = KAMERSTUK.matcher(canonical);
        if (kamerstuk.matches()) {
            return text("reference.kamerstuk", dossier(kamerstuk), kamerstuk.group(3));
        }
        Matcher dossier = DOSSIER.matcher(canonical);
        if (dossier.matches()) {
            return text("reference.dossier", dossier(dossier));
        }
        Matcher aanhangsel = AANHANGSEL.matcher(canonical);
        if (aanhangsel.matches()) {
            String year = aanhangsel.group(1) + "/" + aanhangsel.group(2).substring(2);
            return text("reference.aanhangsel", year, aanhangsel.group(3));
        }
        return canonical;
    }

    /** How somebody is told, and where. */
    public String channel(Channel channel) {
        String to = Objects.requireNonNullElse(channel.to(), "");
        return text("channel." + channel.kind(), to);
    }

    /** A day of this or a near year as short as it can be: {@code 12 jun}. */
    public String shortDay(LocalDate day) {
        return format(day, "d MMM");
    }

    /** The day on which it was that moment in Dutch time. */
    LocalDate dutchDay(Instant moment) {
        return LocalDate.ofInstant(moment, DUTCH_TIME);
    }

    /** A day with its weekday, or today or yesterday. */
    public String nearDay(LocalDate day) {
        LocalDate today = LocalDate.now(DUTCH_TIME);
        if (day.equals(today)) {
            return text("date.today");
        }
        return day.equals(today.minusDays(1))
                ? text("date.yesterday")
                : format(day, "EEEE d MMMM yyyy");
    }

    /** How long something took, in its largest unit. */
    public String duration(Duration time) {
        if (time.toHours() < 2) {
            return text("duration.minutes", time.toMinutes());
        }
        return time.toDays() < 2
                ? text("duration.hours", time.toHours())
                : text("duration.days", time.toDays());
    }

    /** A time of the day in Dutch time: {@code 10:15}. */
    public String time(Instant moment) {
        return format(moment.atZone(DUTCH_TIME), "HH:mm");
    }

    /** A dossier as people write it: {@code 36740 VI}; anything but its number as it is. */
    public String dossier(String number) {
        Matcher dossier = DOSSIER.matcher(number);
        return dossier.matches() ? dossier(dossier) : number;
    }

    private static String dossier(Matcher number) {
        // Numbers as text: a grouping sign of the language would spoil them.
        return number.group(2) == null
                ? number.group(1)
                : number.group(1) + "\u00a0" + number.group(2);
    }
}
