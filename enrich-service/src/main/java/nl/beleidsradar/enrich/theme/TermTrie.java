package nl.beleidsradar.enrich.theme;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All patterns of all themes as one tree of words, each word a path of letters, laid out in arrays.
 * Looking up the patterns that begin at a word costs the length of that word, however many patterns
 * there are.
 *
 * @see TermTrieBuilder
 */
final class TermTrie {

    static final int NONE = -1;

    private static final Set<String> INFLECTIONS = Set.of("e", "en", "n", "s", "es");

    /** Longest ending of {@link #INFLECTIONS}. */
    private static final int MAX_INFLECTION = 2;

    /** Shortest word, in letters, at whose end one or two digits are taken for a footnote's. */
    private static final int MIN_BEFORE_FOOTNOTE = 4;

    private final Layout layout;
    private final Openings openings = new Openings();

    /** A pattern found on the words {@code first} to {@code last}. */
    record Match(Pattern pattern, int first, int last) {}

    /**
     * The places inside words, by number, and the steps from one to another. What is needed
     * together lies together, and places that follow each other side by side: a lookup is then a
     * walk through near memory.
     *
     * @param places two numbers for each: its first step, and what ends there as an index or {@link
     *     #NONE}; then the number of steps
     * @param steps of each place in turn: a letter ({@code #} is any digit) above the place it
     *     leads to
     * @param endings what may end at a place
     */
    record Layout(int[] places, long[] steps, List<Endings> endings) {

        int firstStep(int place) {
            return places[place * 2];
        }

        int ends(int place) {
            return places[place * 2 + 1];
        }

        int stepsEnd(int place) {
            return places[place * 2 + 2];
        }

        char letter(int step) {
            return (char) (steps[step] >> Integer.SIZE);
        }

        int target(int step) {
            return (int) steps[step];
        }

        static long step(char letter, int target) {
            return (long) letter << Integer.SIZE | target;
        }
    }

    /**
     * What is reached at a place inside a word.
     *
     * @param exact where the word ends here
     * @param stem where it ends here or with an inflection
     * @param prefix however it goes on
     */
    record Endings(Place exact, Place stem, Place prefix) {}

    /**
     * A place between two words.
     *
     * @param patterns that are complete here
     * @param next where the next word begins, or {@link #NONE}
     * @param nextAfterBarrier the same for a word after a comma or the like
     */
    record Place(List<Pattern> patterns, int next, int nextAfterBarrier) {
        static final Place NOWHERE = new Place(List.of(), NONE, NONE);
    }

    /**
     * @param layout with the start of all patterns as place 0
     */
    TermTrie(Layout layout) {
        this.layout = layout;
        markOpenings(0, "");
    }

    /** A search of these words, which may be filled again, that passes on every match. */
    Search search(Words words, Consumer<Match> found) {
        return new Search(words, found);
    }

    /** One search; it serves all words of a text, as most of them end it at their first letters. */
    final class Search {
        private final Words words;
        private final Consumer<Match> found;

        private Search(Words words, Consumer<Match> found) {
            this.words = words;
            this.found = found;
        }

        /** Passes on every match that begins at the given word. */
        void matchesAt(int first) {
            int offset = words.offset(first);
            if (openings.mayBegin(words.letters(), offset, words.length(first))) {
                follow(0, first, first);
            }
        }

        private void follow(int start, int first, int at) {
            int offset = words.offset(at);
            walk(start, first, at, offset, offset + words.length(at));
        }

        /** Follows the letters of the word {@code at} from one place on. */
        private void walk(int start, int first, int at, int offset, int end) {
            char[] letters = words.letters();
            int place = start;
            for (int i = offset; ; i++) {
                int ends = layout.ends(place);
                if (ends != NONE) {
                    report(layout.endings().get(ends), first, at, i);
                }
                if (i == end) {
                    return;
                }
                char c = letters[i];
                if (c >= '0' && c <= '9') {
                    int digit = next(place, '#');
                    if (digit != NONE) {
                        walk(digit, first, at, i + 1, end);
                    }
                }
                place = next(place, c);
                if (place == NONE) {
                    return;
                }
            }
        }

        private void report(Endings s, int first, int at, int walked) {
            arrive(s.prefix(), first, at);
            if (s.exact() == Place.NOWHERE && s.stem() == Place.NOWHERE) {
                return;
            }
            int end = words.offset(at) + words.length(at);
            int plain = withoutFootnote(at, end);
            boolean whole = walked == end || walked == plain;
            if (whole) {
                arrive(s.exact(), first, at);
            }
            if (s.stem() != Place.NOWHERE && (whole || isInflection(walked, plain))) {
                arrive(s.stem(), first, at);
            }
        }

        private void arrive(Place place, int first, int at) {
            for (int i = 0; i < place.patterns().size(); i++) {
                Pattern pattern = place.patterns().get(i);
                if (pattern.accepts(words, first, at)) {
                    found.accept(new Match(pattern, first, at));
                }
            }
            int following = at + 1;
            if (following < words.size()) {
                int start = words.afterBarrier(following) ? place.nextAfterBarrier() : place.next();
                if (start != NONE) {
                    follow(start, first, following);
                }
            }
        }

        private boolean isInflection(int from, int to) {
            return from < to
                    && to - from <= MAX_INFLECTION
                    && INFLECTIONS.contains(new String(words.letters(), from, to - from));
        }

        /** Where the letters of the word end, without a footnote's number glued to it. */
        private int withoutFootnote(int at, int end) {
            char[] letters = words.letters();
            int plain = end;
            int offset = words.offset(at);
            while (end - plain < 3 && plain > offset && Character.isDigit(letters[plain - 1])) {
                plain--;
            }
            return end - plain < 3 && plain - offset >= MIN_BEFORE_FOOTNOTE ? plain : end;
        }
    }

    private int next(int place, char c) {
        int end = layout.stepsEnd(place);
        for (int i = layout.firstStep(place); i < end; i++) {
            if (layout.letter(i) == c) {
                return layout.target(i);
            }
        }
        return NONE;
    }

    private void markOpenings(int place, String letters) {
        int end = layout.stepsEnd(place);
        if (letters.length() == Openings.LONG) {
            openings.addLong(letters);
            return;
        }
        if (layout.ends(place) != NONE) {
            openings.addShort(letters);
        }
        for (int i = layout.firstStep(place); i < end; i++) {
            if (layout.letter(i) == '#') {
                openings.addShort(letters);
            } else {
                markOpenings(layout.target(i), letters + layout.letter(i));
            }
        }
    }
}
