package nl.beleidsradar.enrich.theme;

import java.util.List;
import nl.beleidsradar.contract.Strength;

/** Weighs the evidence of a whole document. */
final class StrengthRule {

    /**
     * Up to this size, in UTF-16 units, a text is read as one passage: a motion, a short letter.
     */
    private static final int SHORT_TEXT = 3_000;

    /** Share of the text about a theme that makes it the document's main theme. */
    private static final double MAIN_SHARE = 0.4;

    /** The same for a theme that many paragraphs are about: an annex given over to it. */
    private static final double MAIN_SHARE_OF_MANY = 0.12;

    private static final int MANY = 12;

    private StrengthRule() {}

    static Strength strength(List<Evidence> title, List<Evidence> text, long bodyLength) {
        long about = text.stream().filter(Evidence::about).count();
        double share =
                (double)
                                text.stream()
                                        .filter(Evidence::about)
                                        .mapToLong(e -> e.paragraph().length())
                                        .sum()
                        / bodyLength;
        boolean main =
                title.stream().anyMatch(Evidence::about)
                        || share >= MAIN_SHARE
                        || (about >= MANY && share >= MAIN_SHARE_OF_MANY);
        if (main) {
            return Strength.MAIN;
        }
        return about > 0 ? Strength.SECTION : Strength.MENTION;
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
