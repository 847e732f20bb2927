package nl.beleidsradar.enrich.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text from left to right; a step that does not fit leaves the position where it was. */
final class Cursor {

    private final CharSequence text;
    private int position;

    Cursor(CharSequence text, int position) {
        this.text = text;
        this.position = position;
    }

    int position() {
        return position;
    }

    void moveTo(int target) {
        position = target;
    }

    /** The character so many places on; a blank past the end. */
    char peek(int ahead) {
        int index = position + ahead;
        return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
    }

    char peek() {
        return peek(0);
    }

    boolean atEnd() {
        return position >= text.length();
    }

    void space() {
        while (!atEnd() && isSpace(peek())) {
            position++;
        }
    }

    /** Takes one of the characters, with white space on both sides. */
    boolean mark(String marks) {
        int before = position;
        space();
        if (!atEnd() && marks.indexOf(peek()) >= 0) {
            position++;
            space();
            return true;
        }
        position = before;
        return false;
    }

    /** Takes the first of these lower-case words that stands here; null where none does. */
    @Nullable String word(List<String> words) {
        if (atEnd()) {
            return null;
        }
        char first = Character.toLowerCase(text.charAt(position));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.charAt(0) == first && stands(word)) {
                position += word.length();
                return word;
            }
        }
        return null;
    }

    private boolean stands(String word) {
        int length = word.length();
        if (position + length > text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(position + i);
            char wanted = word.charAt(i);
            boolean same =
                    c == wanted
                            || (wanted == ' ' && c == '\n')
                            || Character.toLowerCase(c) == wanted;
            if (!same) {
                return false;
            }
        }
        return !isLetter(peek(length));
    }

    String textFrom(int start, int end) {
        return text.subSequence(start, end).toString();
    }

    /** Takes a number of at most so many digits; null where there is none or a longer one. */
    @Nullable String digits(int most) {
        int count = 0;
        while (isDigit(peek(count))) {
            count++;
        }
        if (count == 0 || count > most) {
            return null;
        }
        return taken(count);
    }

    /**
     * Takes capitals up to a character that is no letter or digit; null where there are too many.
     */
    @Nullable String capitals(int most) {
        int count = 0;
        while (peek(count) >= 'A' && peek(count) <= 'Z') {
            count++;
        }
        if (count == 0 || count > most || isLetter(peek(count)) || isDigit(peek(count))) {
            return null;
        }
        return taken(count);
    }

    private String taken(int count) {
        String taken = text.subSequence(position, position + count).toString();
        position += count;
        return taken;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return Character.isLetter(c);
    }
}
