package nl.beleidsradar.ingest.extract;

/**
 * Tells readable text from what a broken font map leaves: characters that no writing uses, and
 * words that nobody could pronounce. Tables, abbreviations and numbers count for nothing; other
 * scripts than Latin are judged by their characters only.
 */
public final class TextQuality {

    /** Below this a text is of no use to a reader. */
    public static final double READABLE = 0.6;

    private static final int MOST_READ = 200_000;

    /** Fewer letters than this say nothing of the words. */
    private static final int ENOUGH_LETTERS = 200;

    private static final int ENOUGH_CHARACTERS = 20;
    private static final int SHORTEST_WORD = 4;

    /** In Dutch the longest run is that of "angstschreeuw". */
    private static final int CONSONANTS = 7;

    private int visible;
    private int strange;
    private int letters;
    private int words;
    private int unspeakable;

    private int wordLength;
    private int latin;
    private int vowels;
    private int consonants;
    private int mostConsonants;
    private int turns;
    private boolean lower;

    private TextQuality() {}

    /**
     * @return from 0, rubbish, to 1; 1 also for a text too short to judge
     */
    public static double of(String text) {
        TextQuality quality = new TextQuality();
        int end = Math.min(text.length(), MOST_READ);
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            quality.read(c);
            i += Character.charCount(c);
        }
        quality.endWord();
        return quality.score();
    }

    private double score() {
        if (visible + strange < ENOUGH_CHARACTERS) {
            return 1;
        }
        // Bullets of old fonts are strange too, and are few. One strange character in five makes
        // every other word one to guess.
        double clean = Math.max(0, 1 - 4.0 * strange / (visible + strange));
        boolean judged = letters >= ENOUGH_LETTERS && words > 0;
        double spoken = judged ? Math.max(0, 1 - 2.0 * unspeakable / words) : 1;
        return clean * spoken;
    }

    private void read(int c) {
        if (Character.isLetter(c)) {
            visible++;
            letters++;
            letter(c);
            return;
        }
        endWord();
        if (isStrange(c)) {
            strange++;
        } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
            visible++;
        }
    }

    private static boolean isStrange(int c) {
        return switch (Character.getType(c)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> true;
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t' && c != '\f';
            default -> c == 0xFFFD;
        };
    }

    private void letter(int c) {
        wordLength++;
        boolean isLatin =
                c <= 0x7F || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        if (!isLatin) {
            return;
        }
        latin++;
        boolean isLower = Character.isLowerCase(c);
        if (wordLength > 1 && lower && !isLower) {
            turns++;
        }
        lower = isLower;
        if (isVowel(c)) {
            vowels++;
            consonants = 0;
        } else {
            mostConsonants = Math.max(mostConsonants, ++consonants);
        }
    }

    /** Letters with a sign above or below count as vowels: which of them are differs. */
    private static boolean isVowel(int c) {
        return c > 0x7F || "aeiouyAEIOUY".indexOf(c) >= 0;
    }

    private void endWord() {
        boolean capitals = turns == 0 && !lower;
        if (wordLength >= SHORTEST_WORD && latin == wordLength && !capitals) {
            words++;
            if (vowels == 0
                    || mostConsonants >= CONSONANTS
                    || turns > 1
                    || vowels * 6 < wordLength) {
                unspeakable++;
            }
        }
        wordLength = 0;
        latin = 0;
        vowels = 0;
        consonants = 0;
        mostConsonants = 0;
        turns = 0;
        lower = false;
    }
}
