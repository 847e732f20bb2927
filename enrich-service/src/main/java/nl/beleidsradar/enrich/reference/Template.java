package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for the groups of a match: {@code {group}}, or {@code {group:filter}} to
 * change what was written into what ids hold. A group that took no part is empty; no chamber is the
 * Tweede Kamer.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w{1,30})(?::([\\w-]{1,20}))?\\}");

    private static final Map<String, UnaryOperator<String>> FILTERS =
            Map.ofEntries(
                    Map.entry("upper", s -> s.toUpperCase(Locale.ROOT)),
                    Map.entry("lower", s -> s.toLowerCase(Locale.ROOT)),
                    Map.entry("compact", s -> s.replaceAll("\\s", "")),
                    Map.entry("line", s -> s.replace('\n', ' ')),
                    Map.entry("number", Template::number),
                    Map.entry("pad3", s -> padded(s, 3)),
                    Map.entry("year", Template::year),
                    Map.entry(
                            "session",
                            s ->
                                    ParliamentaryYear.parse(s)
                                            .map(ParliamentaryYear::inIds)
                                            .orElse(s)),
                    Map.entry("chamber", Template::chamber),
                    Map.entry("version", s -> s.isEmpty() ? "" : "_" + s),
                    Map.entry("hyphens", s -> s.replace('_', '-')),
                    Map.entry("issue", Template::issue),
                    Map.entry("issue-year", Template::issueAndYear),
                    Map.entry("changes", Template::changes));

    /** A place for a group, with the text before it. */
    private record Place(String before, String group, UnaryOperator<String> filter) {}

    private final List<Place> places = new ArrayList<>();
    private final String after;

    Template(String text) {
        Matcher written = PLACE.matcher(text);
        int from = 0;
        while (written.find()) {
            String filter = written.group(2);
            if (filter != null && !FILTERS.containsKey(filter)) {
                throw new IllegalArgumentException("no filter is called " + filter);
            }
            places.add(
                    new Place(
                            text.substring(from, written.start()),
                            written.group(1),
                            filter == null
                                    ? UnaryOperator.identity()
                                    : FILTERS.getOrDefault(filter, UnaryOperator.identity())));
            from = written.end();
        }
        this.after = text.substring(from);
    }

    String filled(Function<String, @Nullable String> groups) {
        StringBuilder out = new StringBuilder();
        for (Place place : places) {
            String value = groups.apply(place.group);
            out.append(place.before).append(place.filter.apply(value == null ? "" : value));
        }
        return out.append(after).toString();
    }

    private static String number(String digits) {
        return StukNumber.trimmed(digits);
    }

    private static String padded(String digits, int width) {
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** Four digits; two are of this century up to 49. */
    private static String year(String digits) {
        if (digits.length() != 2) {
            return digits;
        }
        return (Integer.parseInt(digits) < 50 ? "20" : "19") + digits;
    }

    /** As ids name the chambers. */
    private static String chamber(String name) {
        String first = name.toUpperCase(Locale.ROOT);
        boolean senate = first.equals("I") || first.startsWith("E") || first.startsWith("1E");
        return senate ? "ek" : "tk";
    }

    /** A Council number without that of its revision: 9223/1. */
    private static String issue(String number) {
        int slash = number.indexOf('/');
        return slash < 0 ? number : number.substring(0, slash);
    }

    private static String issueAndYear(String written) {
        int slash = written.indexOf('/');
        return written.substring(0, slash) + "-" + year(written.substring(slash + 1));
    }

    /** REV 1 ADD 2 as in the Council's register, which calls the first edition INIT. */
    private static String changes(String written) {
        return written.isBlank() ? "-INIT" : "-" + written.strip().replaceAll("[ \n]", "-");
    }
}
