package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of legal acts of the European Union as CELEX numbers. Regulations were numbered
 * number/year up to 2014, directives year/number; since 2015 every act is year/number.
 *
 * @param types the CELEX letter of each type of act, by the last part of its name
 */
record EuActReader(Map<String, String> types) implements MatchReader {

    private static final int FIRST_YEAR = 1952;
    private static final int LAST_YEAR = 2099;
    private static final int LAST_NUMBER_FIRST = 2014;

    private static final int LONGEST_LIST = 30;
    private static final int FURTHER_REACH = 60;

    private static final Pattern PLURAL = Pattern.compile("(?:en|s)$");

    /**
     * The next act of a list after a plural: {@code , (EG) nr. 549/2004}, {@code en 2009/73/EG}.
     */
    private static final Pattern FURTHER =
            Pattern.compile(
                    "(?<act>(?:,[ \n]?|[ \n](?:en|of|and)[ \n]|,[ \n](?:en|of|and)[ \n])"
                            + "(?<organisation>\\((?:EU|EG|EEG|GBVB|Euratom|EU, Euratom)\\)[ \n])?"
                            + "(?<nr>nrs?\\.?[ \n]?)?(?<a>[0-9]{1,4})/(?<b>[0-9]{1,4})"
                            + "(?:/(?:EU|EG|EEG|EC|EEC|GBVB|JBZ|Euratom))?)(?:[^0-9A-Za-z]|$)");

    @Override
    public @Nullable Reading read(Match match) {
        String letter = letter(match.group("type"));
        boolean other = match.group("c") != null;
        String first =
                celex(
                        letter,
                        match.group(other ? "c" : "a"),
                        match.group(other ? "d" : "b"),
                        match.group("nr") != null);
        if (letter == null || first == null) {
            return null;
        }
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(ReferenceKind.EU_ACT, first));
        int end = match.end();
        boolean plural = PLURAL.matcher(String.valueOf(match.group("type"))).find();
        while (targets.size() < LONGEST_LIST) {
            int reach = Math.min(match.text().length(), end + FURTHER_REACH);
            Matcher further = FURTHER.matcher(match.text().subSequence(end, reach));
            boolean more = further.lookingAt() && (plural || further.group("organisation") != null);
            String next = more ? celex(letter, further) : null;
            if (next == null) {
                break;
            }
            targets.add(new Target(ReferenceKind.EU_ACT, next));
            end += further.end("act");
        }
        return new Reading(match.start(), end, targets);
    }

    private static @Nullable String celex(@Nullable String letter, Matcher act) {
        return celex(letter, act.group("a"), act.group("b"), act.group("nr") != null);
    }

    private @Nullable String letter(@Nullable String type) {
        if (type == null) {
            return null;
        }
        String name = type.toLowerCase(Locale.ROOT).replace('\n', ' ');
        return types.entrySet().stream()
                .filter(entry -> name.contains(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private static @Nullable String celex(
            @Nullable String letter, @Nullable String a, @Nullable String b, boolean numbered) {
        if (letter == null || a == null || b == null) {
            return null;
        }
        boolean firstIsYear = isYear(a) && !(isYear(b) && numbered && year(b) <= LAST_NUMBER_FIRST);
        if (!firstIsYear && !isYear(b)) {
            firstIsYear = a.length() == 2 && !numbered && !letter.equals("R");
        }
        String year = firstIsYear ? a : b;
        String number = firstIsYear ? b : a;
        if (year.length() != 2 && !isYear(year)) {
            return null;
        }
        return "3%d%s%s".formatted(year(year), letter, "0".repeat(4 - number.length()) + number);
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && year(digits) >= FIRST_YEAR && year(digits) <= LAST_YEAR;
    }

    private static int year(String digits) {
        int value = Integer.parseInt(digits);
        return digits.length() == 2 ? 1900 + value : value;
    }
}
