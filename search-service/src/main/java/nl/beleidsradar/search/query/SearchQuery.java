package nl.beleidsradar.search.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of the archive; every state of a search is in its parameters.
 *
 * @param q words (all needed), {@code "exact phrase"}, {@code OR}, {@code -not}, {@code woord*};
 *     empty for everything
 * @param theme theme id
 * @param strength exactly this strength, of {@code theme} where given, else of any theme
 * @param reference canonical form of a document that the results cite
 * @param dossier dossier that the results belong to, without blanks
 * @param from first day of publication, Europe/Amsterdam
 * @param to last day of publication, inclusive
 * @param page from 1
 * @param size documents a page, 1 to 100
 */
public record SearchQuery(
        String q,
        @Nullable String theme,
        @Nullable Strength strength,
        @Nullable String source,
        @Nullable String type,
        @Nullable String reference,
        @Nullable String dossier,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sort sort,
        int page,
        int size) {

    public static final int MAX_SIZE = 100;
    public static final int DEFAULT_SIZE = 20;
    static final int MAX_Q = 1_000;
    private static final int MAX_VALUE = 500;

    /** Everything, by relevance, first page. */
    public static final SearchQuery ALL = of(Map.of());

    /** Order of the results; documents without a day of publication count by the day they came. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        OLDEST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads request parameters (a {@code MultiValueMap} is one); blank values count as absent,
     * other names are ignored.
     *
     * @throws BadRequest naming the parameter that cannot be used
     */
    public static SearchQuery of(Map<String, List<String>> parameters) {
        var given = new Parameters(parameters);
        @Nullable LocalDate from = given.day("from");
        @Nullable LocalDate to = given.day("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadRequest("from must not be after to");
        }
        @Nullable String q = given.text("q", MAX_Q);
        @Nullable String dossier = given.text("dossier", MAX_VALUE);
        Sort sort = given.oneOf("sort", Sort.values());
        return new SearchQuery(
                q == null ? "" : q,
                given.text("theme", MAX_VALUE),
                given.oneOf("strength", Strength.values()),
                given.text("source", MAX_VALUE),
                given.text("type", MAX_VALUE),
                given.text("reference", MAX_VALUE),
                dossier == null ? null : Dossier.normal(dossier),
                from,
                to,
                sort == null ? Sort.RELEVANCE : sort,
                given.number("page", 1, Integer.MAX_VALUE, 1),
                given.number("size", 1, MAX_SIZE, DEFAULT_SIZE));
    }

    /**
     * The parameters of this query with one changed ({@code null} removes it), percent-encoded,
     * without {@code ?}; defaults are left out. Any change but that of the page goes back to page
     * 1.
     */
    public String with(String parameter, @Nullable String value) {
        Map<String, String> changed = parameters();
        if (!parameter.equals("page")) {
            changed.remove("page");
        }
        if (value == null || value.isBlank()) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, value);
        }
        return encoded(changed);
    }

    /** The parameters of this query, percent-encoded, without {@code ?}; defaults are left out. */
    public String toQueryString() {
        return encoded(parameters());
    }

    /** The parameters that differ from their defaults, in a fixed order. */
    public Map<String, String> parameters() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "q", q.isEmpty() ? null : q);
        put(set, "theme", theme);
        put(set, "strength", strength);
        put(set, "source", source);
        put(set, "type", type);
        put(set, "reference", reference);
        put(set, "dossier", dossier);
        put(set, "from", from);
        put(set, "to", to);
        put(set, "sort", sort == Sort.RELEVANCE ? null : sort);
        put(set, "page", page == 1 ? null : page);
        put(set, "size", size == DEFAULT_SIZE ? null : size);
        return set;
    }

    private static void put(Map<String, String> set, String name, @Nullable Object value) {
        if (value != null) {
            set.put(name, value.toString());
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p ->
                        p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Request parameters, each error naming the parameter. */
    private record Parameters(Map<String, List<String>> values) {

        @Nullable String text(String name, int longest) {
            List<String> given =
                    values.getOrDefault(name, List.of()).stream()
                            .map(String::strip)
                            .filter(v -> !v.isEmpty())
                            .distinct()
                            .toList();
            if (given.size() > 1) {
                throw new BadRequest(name + " may be given once");
            }
            if (given.isEmpty()) {
                return null;
            }
            String value = given.getFirst();
            if (value.length() > longest) {
                throw new BadRequest(name + " may have at most " + longest + " characters");
            }
            return value;
        }

        @Nullable LocalDate day(String name) {
            @Nullable String value = text(name, MAX_VALUE);
            if (value == null) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(value);
                if (day.getYear() >= 0 && day.getYear() <= 9999) {
                    return day;
                }
            } catch (DateTimeException e) {
                // Falls through to the one message.
            }
            throw new BadRequest(name + " must be a day as 2024-04-25");
        }

        int number(String name, int least, int most, int absent) {
            @Nullable String value = text(name, MAX_VALUE);
            if (value == null) {
                return absent;
            }
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Falls through to the one message.
            }
            throw new BadRequest(name + " must be a whole number from " + least + " to " + most);
        }

        <E extends Enum<E>> @Nullable E oneOf(String name, E[] constants) {
            @Nullable String value = text(name, MAX_VALUE);
            if (value == null) {
                return null;
            }
            for (E constant : constants) {
                if (constant.toString().equals(value)) {
                    return constant;
                }
            }
            throw new BadRequest(
                    name
                            + " must be one of "
                            + Arrays.stream(constants)
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")));
        }
    }
}
