package nl.beleidsradar.enrich.theme;

import java.util.List;
import nl.beleidsradar.contract.Strength;

/**
 * Weighs what the title and the paragraphs of a document say of a theme. This is the one place
 * where a document's strength is decided:
 *
 * <ul>
 *   <li>{@code main}: the title is about the theme; or paragraphs about it make up {@value
 *       #MAIN_PERCENT} % of the text; or at least {@value #MANY} paragraphs are about it and make
 *       up {@value #MAIN_PERCENT_OF_MANY} %, as an annex given over to it does.
 *   <li>{@code section}: at least one paragraph is about it.
 *   <li>{@code mention}: it is named, and nothing is about it.
 * </ul>
 *
 * What makes one paragraph about a theme is decided in {@link ThemeReading}: a heading that holds a
 * strong term, the section below it, or terms that stand close together. In a text of at most
 * {@value #SHORT_TEXT} UTF-16 units (a motion, a short letter) two paragraphs that each hold a
 * strong term are about the theme wherever they stand.
 */
final class StrengthRule {

    static final int SHORT_TEXT = 3_000;
    static final int MAIN_PERCENT = 40;
    static final int MAIN_PERCENT_OF_MANY = 12;
    static final int MANY = 12;

    private StrengthRule() {}

    static Strength strength(List<Evidence> title, List<Evidence> text, long bodyLength) {
        List<Evidence> about = text.stream().filter(Evidence::about).toList();
        return strength(
                title.stream().anyMatch(Evidence::about),
                about.size(),
                about.stream().mapToLong(e -> e.paragraph().length()).sum(),
                bodyLength);
    }

    /**
     * The rule itself.
     *
     * @param title whether the title is about the theme
     * @param paragraphs how many paragraphs are
     * @param units length of those together
     * @param bodyUnits length of all paragraphs, in the same units
     */
    static Strength strength(boolean title, int paragraphs, long units, long bodyUnits) {
        boolean main =
                title
                        || (paragraphs > 0 && isShare(units, bodyUnits, MAIN_PERCENT))
                        || (paragraphs >= MANY && isShare(units, bodyUnits, MAIN_PERCENT_OF_MANY));
        if (main) {
            return Strength.MAIN;
        }
        return paragraphs > 0 ? Strength.SECTION : Strength.MENTION;
    }

    private static boolean isShare(long units, long bodyUnits, int percent) {
        return units * 100 >= bodyUnits * percent;
    }

    /** In a short text two finds are about the theme wherever they stand. */
    static List<Evidence> sharpened(List<Evidence> evidence, long bodyLength) {
        long strong = evidence.stream().filter(Evidence::hasStrongFind).count();
        if (bodyLength > SHORT_TEXT || strong < 2) {
            return evidence;
        }
        return evidence.stream()
                .map(e -> e.hasStrongFind() ? new Evidence(e.paragraph(), e.finds(), true) : e)
                .toList();
    }
}
