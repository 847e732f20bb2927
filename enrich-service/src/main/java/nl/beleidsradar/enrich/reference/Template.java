package nl.beleidsradar.enrich.reference;

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
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w{1,30})(?::(\\w{1,20}))?\\}");

    private static final Map<String, String> ORDINALS =
            Map.ofEntries(
                    Map.entry("eerste", "1"),
                    Map.entry("tweede", "2"),
                    Map.entry("derde", "3"),
                    Map.entry("vierde", "4"),
                    Map.entry("vijfde", "5"),
                    Map.entry("zesde", "6"),
                    Map.entry("zevende", "7"),
                    Map.entry("achtste", "8"),
                    Map.entry("negende", "9"),
                    Map.entry("tiende", "10"));

    private static final Map<String, UnaryOperator<String>> FILTERS =
            Map.of(
                    "upper", s -> s.toUpperCase(Locale.ROOT),
                    "lower", s -> s.toLowerCase(Locale.ROOT),
                    "compact", s -> s.replaceAll("\\s", ""),
                    "number", Template::number,
                    "pad3", s -> padded(s, 3),
                    "year", Template::year,
                    "session",
                            s -> ParliamentaryYear.parse(s).map(ParliamentaryYear::inIds).orElse(s),
                    "chamber", Template::chamber,
                    "paragraph", Template::paragraph);

    Template {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (places.group(2) != null && !FILTERS.containsKey(places.group(2))) {
                throw new IllegalArgumentException("no filter is called " + places.group(2));
            }
        }
    }

    String filled(Function<String, @Nullable String> groups) {
        StringBuilder out = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            String value = groups.apply(places.group(1));
            UnaryOperator<String> filter =
                    places.group(2) == null
                            ? UnaryOperator.identity()
                            : FILTERS.getOrDefault(places.group(2), UnaryOperator.identity());
            out.append(text, from, places.start()).append(filter.apply(value == null ? "" : value));
            from = places.end();
        }
        return out.append(text.substring(from)).toString();
    }

    private static String number(String digits) {
        String shortest = digits.replaceFirst("^0+", "");
        return shortest.isEmpty() && !digits.isEmpty() ? "0" : shortest;
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

    /** A paragraph of an article, as a number or an ordinal, in brackets. */
    private static String paragraph(String written) {
        return written.isEmpty()
                ? ""
                : "(" + ORDINALS.getOrDefault(written.toLowerCase(Locale.ROOT), written) + ")";
    }
}
