package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Override
    public Reading read(Match match) {
        List<Target> targets = new ArrayList<>();
        String list = each == null ? null : match.group(each);
        if (list == null) {
            targets.add(target(match, null));
        } else {
            Matcher items = item.matcher(list);
            while (items.find()) {
                targets.add(target(match, items.group()));
            }
        }
        return new Reading(match.start(), match.end(), targets);
    }

    private Target target(Match match, @Nullable String item) {
        return new Target(
                kind, canonical.filled(name -> name.equals(each) ? item : match.group(name)));
    }
}
