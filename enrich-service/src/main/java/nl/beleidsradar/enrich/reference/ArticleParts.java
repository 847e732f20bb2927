package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what follows the number of an article: its paragraphs, which count, and the parts and
 * sentences within them, which are passed over.
 */
final class ArticleParts {

    private static final int MOST = 20;

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
                    Map.entry("tiende", "10"),
                    Map.entry("elfde", "11"),
                    Map.entry("twaalfde", "12"));

    private static final List<String> ORDINAL_WORDS = List.copyOf(ORDINALS.keySet());
    private static final List<String> PARAGRAPH = List.of("lid", "leden");
    private static final List<String> SENTENCE =
            List.of("volzin", "zin", "alinea", "gedachtestreepje", "streepje", "volzinnen");
    private static final List<String> PART =
            List.of(
                    "onder",
                    "onderdeel",
                    "onderdelen",
                    "sub",
                    "letter",
                    "letters",
                    "punt",
                    "punten");
    private static final List<String> LOOSE = List.of("aanhef", "slotzin", "slot");
    private static final List<String> AND =
            List.of("en", "of", "en/of", "alsmede", "respectievelijk");

    private final Cursor cursor;
    private final boolean plural;
    private final List<String> paragraphs = new ArrayList<>();

    /**
     * Reads on at the cursor.
     *
     * @param plural whether several articles were announced, {@code artikelen 4, lid 2, en 5}, so
     *     that a number after a comma can be the next article
     */
    ArticleParts(Cursor cursor, boolean plural) {
        this.cursor = cursor;
        this.plural = plural;
    }

    List<String> paragraphs() {
        return paragraphs;
    }

    /** Takes the next part of the article; without one the cursor stays. */
    boolean next() {
        int start = cursor.position();
        if (Cursor.isSpace(cursor.peek())
                && cursor.peek(1) == '('
                && Cursor.isDigit(cursor.peek(2))) {
            cursor.space();
        }
        if (cursor.peek() == '(' && bracketed()) {
            return true;
        }
        cursor.mark(",");
        cursor.space();
        if (cursor.word(AND) != null) {
            cursor.space();
        }
        char first = cursor.peek();
        boolean read =
                Cursor.isLetter(first)
                        && (numberedParagraphs()
                                || ordinals()
                                || parts()
                                || cursor.word(LOOSE) != null);
        if (!read) {
            cursor.moveTo(start);
        }
        return read;
    }

    private boolean bracketed() {
        int length = 1;
        while (length < 4 && Cursor.isDigit(cursor.peek(length))) {
            length++;
        }
        int start = cursor.position();
        if (length > 1 && cursor.peek(length) == ')') {
            paragraphs.add(cursor.textFrom(start + 1, start + length));
            cursor.moveTo(start + length + 1);
            return true;
        }
        int letters = 1;
        while (letters < 5 && isLower(cursor.peek(letters))) {
            letters++;
        }
        boolean closed = letters > 1 && cursor.peek(letters) == ')';
        cursor.moveTo(closed ? start + letters + 1 : start);
        return closed;
    }

    /** {@code lid 7}, {@code leden 2 en 3}. */
    private boolean numberedParagraphs() {
        String word = cursor.word(PARAGRAPH);
        if (word == null) {
            return false;
        }
        cursor.space();
        String number = paragraphNumber();
        if (number == null) {
            return false;
        }
        int last;
        do {
            paragraphs.add(number);
            last = cursor.position();
            boolean nextArticle = plural && (word.equals("lid") || commaBeforeAnd());
            number = !nextArticle && separator(cursor) ? paragraphNumber() : null;
        } while (number != null && paragraphs.size() < MOST);
        cursor.moveTo(last);
        return true;
    }

    /**
     * A list of paragraphs has no comma before its {@code en}; the list of articles around it has.
     */
    private boolean commaBeforeAnd() {
        int start = cursor.position();
        boolean comma = cursor.mark(",") && cursor.word(AND) != null;
        cursor.moveTo(start);
        return comma;
    }

    private @Nullable String paragraphNumber() {
        int start = cursor.position();
        String digits = cursor.digits(2);
        if (digits == null) {
            return null;
        }
        boolean letter = isLower(cursor.peek()) && !Character.isLetterOrDigit(cursor.peek(1));
        cursor.moveTo(cursor.position() + (letter ? 1 : 0));
        return ":.".indexOf(cursor.peek()) >= 0 && Cursor.isDigit(cursor.peek(1))
                ? null
                : cursor.textFrom(start, cursor.position());
    }

    /** {@code eerste en tweede lid}, {@code tweede volzin}. */
    private boolean ordinals() {
        List<String> ordinals = new ArrayList<>();
        String word = cursor.word(ORDINAL_WORDS);
        while (word != null && ordinals.size() < MOST) {
            ordinals.add(ORDINALS.getOrDefault(word, word));
            word = separator(cursor) ? cursor.word(ORDINAL_WORDS) : null;
        }
        cursor.space();
        if (ordinals.isEmpty()) {
            return false;
        }
        if (cursor.word(PARAGRAPH) != null) {
            paragraphs.addAll(ordinals);
            return true;
        }
        return cursor.word(SENTENCE) != null;
    }

    /** {@code onder b, c en d}, {@code onderdeel 2°}. */
    private boolean parts() {
        if (cursor.word(PART) == null) {
            return false;
        }
        cursor.space();
        int last = -1;
        int count = 0;
        boolean letters = ArticleParts.isLower(cursor.peek());
        while (count++ < MOST && part()) {
            // After letters a number without a mark is the next article.
            if (letters && Cursor.isDigit(cursor.peek(-1)) && last >= 0) {
                break;
            }
            last = cursor.position();
            if (!separator(cursor)) {
                break;
            }
        }
        cursor.moveTo(last < 0 ? cursor.position() : last);
        return last >= 0;
    }

    private boolean part() {
        int length = 0;
        while (length < 4
                && (isLower(cursor.peek(length)) || Cursor.isDigit(cursor.peek(length)))) {
            length++;
        }
        boolean mark = ")°º".indexOf(cursor.peek(length)) >= 0;
        boolean word = length > 2 && isLower(cursor.peek()) && !mark;
        if (length == 0 || word || Cursor.isLetter(cursor.peek(length)) && !mark) {
            return false;
        }
        cursor.moveTo(cursor.position() + length + (mark ? 1 : 0));
        return true;
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Takes what joins the items of a list. */
    static boolean separator(Cursor cursor) {
        boolean mark = cursor.mark(",");
        cursor.space();
        boolean word = cursor.word(AND) != null;
        cursor.space();
        return mark || word;
    }
}
