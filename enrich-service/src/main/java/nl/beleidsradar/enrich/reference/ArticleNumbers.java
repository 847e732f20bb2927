package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of articles with their paragraphs and parts: {@code 5:9, eerste lid, aanhef en
 * onder b}, {@code 3:10 en 3:17}, {@code 6, lid 1, onder e), en 9}.
 */
final class ArticleNumbers {

    private static final int MOST = 40;
    private static final int LONGEST_RANGE = 30;

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
    private static final List<String> UNTIL = List.of("tot en met", "t/m");

    private final Cursor cursor;
    private final List<ArticleNumber> found = new ArrayList<>();
    private int end;

    ArticleNumbers(Cursor cursor) {
        this.cursor = cursor;
        this.end = cursor.position();
    }

    List<ArticleNumber> found() {
        return found;
    }

    /** Reads one number or a list; the cursor ends behind the last. */
    boolean read() {
        if (!one()) {
            cursor.moveTo(end);
            return false;
        }
        while (found.size() < MOST && (range() || (separator() && one()))) {
            end = cursor.position();
        }
        cursor.moveTo(end);
        return true;
    }

    private boolean one() {
        String number = number();
        if (number == null) {
            return false;
        }
        List<String> paragraphs = new ArrayList<>();
        end = cursor.position();
        int parts = 0;
        while (parts++ < MOST && qualifier(paragraphs)) {
            end = cursor.position();
        }
        cursor.moveTo(end);
        found.add(new ArticleNumber(number, paragraphs));
        return true;
    }

    private @Nullable String number() {
        int start = cursor.position();
        int length = 0;
        if (Cursor.isDigit(cursor.peek())) {
            while (length < 16 && inNumber(length)) {
                length++;
            }
            int letters = 0;
            while (letters < 3 && isLower(cursor.peek(length + letters))) {
                letters++;
            }
            length += letters > 2 ? 0 : letters;
        } else {
            while (length < 7 && "IVXLC".indexOf(cursor.peek(length)) >= 0) {
                length++;
            }
        }
        if (length == 0 || Cursor.isLetter(cursor.peek(length))) {
            return null;
        }
        String number = cursor.textFrom(start, start + length);
        cursor.moveTo(start + length);
        return number;
    }

    private boolean inNumber(int ahead) {
        char c = cursor.peek(ahead);
        char next = cursor.peek(ahead + 1);
        return Cursor.isDigit(c)
                || ((c == ':' || c == '.') && Cursor.isDigit(next))
                || (isLower(c)
                        && (next == ':' || next == '.')
                        && Cursor.isDigit(cursor.peek(ahead + 2)));
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private boolean qualifier(List<String> paragraphs) {
        int start = cursor.position();
        if (cursor.peek() == '(' && bracketed(paragraphs)) {
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
                        && (numberedParagraphs(paragraphs)
                                || ordinals(paragraphs)
                                || parts()
                                || cursor.word(LOOSE) != null);
        if (!read) {
            cursor.moveTo(start);
        }
        return read;
    }

    private boolean bracketed(List<String> paragraphs) {
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
        boolean letter = isLower(cursor.peek(1)) && cursor.peek(2) == ')';
        cursor.moveTo(letter ? start + 3 : start);
        return letter;
    }

    /** {@code lid 7}, {@code leden 2 en 3}. */
    private boolean numberedParagraphs(List<String> paragraphs) {
        if (cursor.word(PARAGRAPH) == null) {
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
            number = separator() ? paragraphNumber() : null;
        } while (number != null && paragraphs.size() < MOST);
        cursor.moveTo(last);
        return true;
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
    private boolean ordinals(List<String> paragraphs) {
        List<String> ordinals = new ArrayList<>();
        String word = cursor.word(ORDINAL_WORDS);
        while (word != null && ordinals.size() < MOST) {
            ordinals.add(ORDINALS.getOrDefault(word, word));
            word = separator() ? cursor.word(ORDINAL_WORDS) : null;
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
        while (count++ < MOST && part()) {
            last = cursor.position();
            if (!separator()) {
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

    /** Whole numbers up to another one: {@code 2 tot en met 5}. */
    private boolean range() {
        int start = cursor.position();
        boolean hyphen = cursor.mark("-");
        cursor.space();
        boolean until = hyphen || cursor.word(UNTIL) != null;
        cursor.space();
        String first = found.getLast().number();
        int before = found.size();
        if (until && one()) {
            String last = found.getLast().number();
            if (first.matches("\\d{1,4}") && last.matches("\\d{1,4}")) {
                between(Integer.parseInt(first), Integer.parseInt(last), before);
            }
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    private void between(int first, int last, int position) {
        if (last > first && last - first <= LONGEST_RANGE) {
            for (int number = last - 1; number > first; number--) {
                found.add(position, new ArticleNumber(Integer.toString(number), List.of()));
            }
        }
    }

    private boolean separator() {
        boolean mark = cursor.mark(",");
        cursor.space();
        boolean word = cursor.word(AND) != null;
        cursor.space();
        return mark || word;
    }
}
