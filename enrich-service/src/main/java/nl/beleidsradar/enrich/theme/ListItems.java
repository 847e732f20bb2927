package nl.beleidsradar.enrich.theme;

import java.util.Set;

/**
 * Follows a list with a second level: what an item is about, its sub-items are about too, which
 * often do not name it again.
 */
final class ListItems {

    private static final String ITEM_MARKS = "\u2022\uF0B7\u25AA*";
    private static final String SUB_ITEM_MARKS = "o\u2212\u2013\u2014-";

    private final String text;
    private Set<Integer> themes = Set.of();

    ListItems(String text) {
        this.text = text;
    }

    /** The themes of the item that this paragraph is a sub-item of. */
    Set<Integer> inheritedBy(Paragraph paragraph) {
        return hasMark(paragraph, SUB_ITEM_MARKS) ? themes : Set.of();
    }

    /**
     * Goes on to the next paragraph.
     *
     * @param about the themes this one is about by its own words
     */
    void passed(Paragraph paragraph, Set<Integer> about) {
        if (hasMark(paragraph, ITEM_MARKS)) {
            themes = about;
        } else if (!hasMark(paragraph, SUB_ITEM_MARKS)) {
            themes = Set.of();
        }
    }

    private boolean hasMark(Paragraph paragraph, String marks) {
        int start = paragraph.start();
        return paragraph.length() > 2
                && marks.indexOf(text.charAt(start)) >= 0
                && text.charAt(start + 1) == ' ';
    }
}
