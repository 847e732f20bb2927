package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of articles with their paragraphs and parts: {@code 5:9, eerste lid, aanhef en
 * onder b}, {@code 3:10 en 3:17}, {@code 6, lid 1, onder e), en 9}.
 */
final class ArticleNumbers {

    private static final int MOST = 40;
    private static final int LONGEST_RANGE = 30;

    private static final Set<String> GLUED = Set.of("van", "lid", "en", "of", "jo", "sub", "de");
    private static final List<String> UNTIL = List.of("tot en met", "t/m");

    private final Cursor cursor;
    private final boolean plural;
    private final List<ArticleNumber> found = new ArrayList<>();
    private int end;

    ArticleNumbers(Cursor cursor, boolean plural) {
        this.cursor = cursor;
        this.plural = plural;
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
        while (found.size() < MOST && (range() || (ArticleParts.separator(cursor) && one()))) {
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
        ArticleParts parts = new ArticleParts(cursor, plural);
        end = cursor.position();
        int count = 0;
        while (count++ < MOST && parts.next()) {
            end = cursor.position();
        }
        cursor.moveTo(end);
        found.add(new ArticleNumber(number, parts.paragraphs()));
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
            while (letters < 4 && ArticleParts.isLower(cursor.peek(length + letters))) {
                letters++;
            }
            length += letters > 3 || isWord(length, letters) ? 0 : letters;
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

    /** Letters that are a word which lost the space before it. */
    private boolean isWord(int ahead, int letters) {
        int from = cursor.position() + ahead;
        return GLUED.contains(cursor.textFrom(from, from + letters));
    }

    private boolean inNumber(int ahead) {
        char c = cursor.peek(ahead);
        char next = cursor.peek(ahead + 1);
        return Cursor.isDigit(c)
                || ((c == ':' || c == '.') && Cursor.isDigit(next))
                || (((c >= 'A' && c <= 'C') || ArticleParts.isLower(c))
                        && (next == ':' || next == '.')
                        && Cursor.isDigit(cursor.peek(ahead + 2)));
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
}
