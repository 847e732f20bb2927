package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of laws and treaties, to read the longest that stands at a place. Line ends read as spaces,
 * and hyphens count for nothing, as a hyphen at a line's end may be the word's own or not.
 */
final class NameTrie {

    /**
     * A name found.
     *
     * @param end one past its last character
     */
    record Hit(LegalName name, int end) {}

    private final Node root = new Node();

    void add(LegalName name) {
        Node node = root;
        for (char c : name.name().toCharArray()) {
            if (c != '-') {
                node = node.next.computeIfAbsent(folded(c), x -> new Node());
            }
        }
        node.names.add(name);
    }

    /** The longest name that begins here and ends where a word ends; null without one. */
    @Nullable Hit longestAt(CharSequence text, int start) {
        Hit longest = null;
        Node node = root;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean hyphen = c == '-' && i > start;
            boolean afterHyphen = c == '\n' && i > start && text.charAt(i - 1) == '-';
            if (!hyphen && !afterHyphen) {
                node = node.next.get(folded(c));
                if (node == null) {
                    break;
                }
            }
            i++;
            if (!hyphen && !node.names.isEmpty() && wordEnds(text, i)) {
                LegalName name = node.spelled(text, start, i);
                longest = name == null ? longest : new Hit(name, i);
            }
        }
        return longest;
    }

    /** A footnote's number may be glued to the word. */
    private static boolean wordEnds(CharSequence text, int end) {
        char next = at(text, end);
        if (next == '-') {
            return !Character.isLetterOrDigit(at(text, end + 1)) && at(text, end + 1) != '\n';
        }
        int digits = end;
        while (digits - end < 3 && Cursor.isDigit(at(text, digits))) {
            digits++;
        }
        return digits - end < 3 && !Character.isLetterOrDigit(at(text, digits));
    }

    private static char at(CharSequence text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    private static char folded(char c) {
        return c == '\n' ? ' ' : c == '’' ? '\'' : Character.toLowerCase(c);
    }

    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>(2);
        private final List<LegalName> names = new ArrayList<>(1);

        @Nullable LegalName spelled(CharSequence text, int start, int end) {
            for (LegalName name : names) {
                if (!name.withItsCase() || sameCase(name.name(), text, start, end)) {
                    return name;
                }
            }
            return null;
        }

        private static boolean sameCase(String name, CharSequence text, int start, int end) {
            int i = start;
            for (char c : name.toCharArray()) {
                if (c == '-') {
                    continue;
                }
                while (i < end && (text.charAt(i) == '-' || (text.charAt(i) == '\n' && c != ' '))) {
                    i++;
                }
                if (i >= end || Character.isUpperCase(c) != Character.isUpperCase(text.charAt(i))) {
                    return false;
                }
                i++;
            }
            return true;
        }
    }
}
