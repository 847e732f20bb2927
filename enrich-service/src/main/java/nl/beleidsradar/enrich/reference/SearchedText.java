package nl.beleidsradar.enrich.reference;

import java.util.Arrays;

/**
 * A normalised text during the search: spans that were taken read as marks that match nothing, and
 * one attempt of a pattern sees no more than a bounded number of characters, so that the time of
 * the search is linear in the text whatever the text is. Used by one thread.
 */
final class SearchedText implements CharSequence {

    /** How far a citation may end after the start of one of its literals. */
    static final int AFTER = 320;

    /** Characters that one attempt may look at; true citations need a tenth of it. */
    private static final int LOOKS = 6_000;

    private static final char TAKEN = '\uFFFC';

    private final char[] chars;
    private final int length;
    private final Place place;
    private int looks;

    SearchedText(String normalised, Place place) {
        this(normalised.toCharArray(), normalised.length(), place);
    }

    /**
     * @param chars marked where they are taken
     */
    SearchedText(char[] chars, int length, Place place) {
        this.chars = chars;
        this.length = length;
        this.place = place;
    }

    Place place() {
        return place;
    }

    void take(int start, int end) {
        Arrays.fill(chars, start, end, TAKEN);
    }

    boolean isTaken(int index) {
        return chars[index] == TAKEN;
    }

    /** Gives the next attempt its share of looks. */
    void beginAttempt() {
        looks = LOOKS;
    }

    /** Where the literals of each pattern stand. */
    Candidates candidates(PatternLiterals literals) {
        Candidates candidates = new Candidates(literals.patternCount());
        literals.scan(chars, length, candidates);
        return candidates;
    }

    /** Where each number starts that is written as a dossier number: 36410, 36 410 or 36.410. */
    Starts dossierNumbers() {
        Starts starts = new Starts();
        int i = 0;
        while (i < length) {
            if (!Cursor.isDigit(chars[i])) {
                i++;
                continue;
            }
            int end = i;
            while (isDigit(end)) {
                end++;
            }
            boolean split =
                    end - i == 2
                            && isDigit(end + 1)
                            && isDigit(end + 2)
                            && isDigit(end + 3)
                            && " \n.-".indexOf(chars[end]) >= 0;
            if (end - i == 5 || split) {
                starts.add(i);
            }
            i = end;
        }
        return starts;
    }

    /** Whether a digit stands between these places or on one of them. */
    boolean hasDigit(int from, int to) {
        int end = Math.min(to + 1, length);
        for (int i = from; i < end; i++) {
            if (Cursor.isDigit(chars[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int length() {
        return length;
    }

    /** The character; a mark that matches nothing once the attempt has used its looks. */
    @Override
    public char charAt(int index) {
        if (index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return looks-- > 0 ? chars[index] : TAKEN;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    private boolean isDigit(int index) {
        return index < length && Cursor.isDigit(chars[index]);
    }
}
