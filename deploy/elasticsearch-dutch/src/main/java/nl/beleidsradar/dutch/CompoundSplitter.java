package nl.beleidsradar.dutch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.beleidsradar.dutch.CompoundLexicon.Form;

/**
 * Divides a compound into the fewest parts the lexicon allows, and names every run of neighbouring
 * parts, so that kindertoeslag is found in kindertoeslagaffaire.
 *
 * <p>A word that no sequence of parts covers whole stays as it is.
 */
final class CompoundSplitter {

    /** A run of parts: [start, end) in the word, without the joining letters behind it. */
    record Span(int start, int end) {}

    private static final int SHORTEST_WORD = 7;
    private static final int LONGEST_WORD = 60;

    /** Parts below four letters (wet, zee) are understood but not searchable on their own. */
    private static final int SHORTEST_SPAN = 4;

    private final CompoundLexicon lexicon;

    CompoundSplitter(CompoundLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** All runs but the whole word, by start and then length; empty when it is not a compound. */
    List<Span> split(CharSequence word) {
        if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) {
            return List.of();
        }
        List<Span> parts = parts(word);
        List<Span> runs = new ArrayList<>();
        for (int first = 0; first < parts.size(); first++) {
            for (int last = first; last < parts.size(); last++) {
                Span run = new Span(parts.get(first).start, parts.get(last).end);
                boolean whole = first == 0 && last == parts.size() - 1;
                if (!whole && run.end - run.start >= SHORTEST_SPAN) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    /** Shortest path from the start to the end of the word; of equals, the longest last part. */
    private List<Span> parts(CharSequence word) {
        int length = word.length();
        int[] count = new int[length + 1];
        Arrays.fill(count, Integer.MAX_VALUE);
        count[0] = 0;
        Span[] last = new Span[length + 1];
        for (int end = CompoundLexicon.SHORTEST_FORM; end <= length; end++) {
            int earliest = Math.max(0, end - CompoundLexicon.LONGEST_FORM);
            for (int start = earliest; start <= end - CompoundLexicon.SHORTEST_FORM; start++) {
                if (count[start] == Integer.MAX_VALUE || count[start] + 1 >= count[end]) {
                    continue;
                }
                int place =
                        start == 0
                                ? CompoundLexicon.FIRST
                                : end == length ? CompoundLexicon.LAST : CompoundLexicon.MIDDLE;
                Form form = lexicon.find(word.subSequence(start, end));
                if (form != null && (form.places() & place) != 0 && end - start < length) {
                    count[end] = count[start] + 1;
                    last[end] = new Span(start, start + form.length());
                }
            }
        }
        List<Span> parts = new ArrayList<>();
        for (int end = length; end > 0 && last[end] != null; end = last[end].start) {
            int start = last[end].start;
            parts.addFirst(end == length ? new Span(start, end) : last[end]);
        }
        return parts;
    }
}
