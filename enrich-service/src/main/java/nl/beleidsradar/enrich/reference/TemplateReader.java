package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template with the groups of a match.
 *
 * @param each a group that holds a list, each item of which is a citation; null where there is none
 * @param item what an item of the list looks like
 */
record TemplateReader(ReferenceKind kind, Template canonical, @Nullable String each, Pattern item)
        implements MatchReader {

    static final String NUMBER = "[0-9]{1,6}[a-z]?";

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
    private static final int LONGEST_RANGE = 60;

    @Override
    public Reading read(Match match) {
        List<Target> targets = new ArrayList<>();
        String list = each == null ? null : match.group(each);
        if (list == null) {
            targets.add(target(match, null));
        } else {
            Matcher items = item.matcher(list);
            int end = 0;
            String previous = "";
            while (items.find()) {
                String joint = list.substring(end, items.start()).strip();
                between(joint, previous, items.group())
                        .forEach(item -> targets.add(target(match, item)));
                targets.add(target(match, items.group()));
                previous = items.group();
                end = items.end();
            }
        }
        return new Reading(match.start(), match.end(), targets);
    }

    /** The numbers within a range, {@code 12-14}, {@code 12 t/m 14}. */
    private static List<String> between(String joint, String first, String last) {
        boolean range = joint.equals("-") || joint.equals("t/m");
        if (!range || !WHOLE.matcher(first).matches() || !WHOLE.matcher(last).matches()) {
            return List.of();
        }
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        return to - from > LONGEST_RANGE
                ? List.of()
                : IntStream.range(from + 1, Math.max(from + 1, to))
                        .mapToObj(Integer::toString)
                        .toList();
    }

    private Target target(Match match, @Nullable String item) {
        return new Target(
                kind, canonical.filled(name -> name.equals(each) ? item : match.group(name)));
    }
}
