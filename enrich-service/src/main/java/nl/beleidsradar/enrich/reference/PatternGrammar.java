package nl.beleidsradar.enrich.reference;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;

/** A family of citations that is data: its patterns are tried in order. */
record PatternGrammar(String family, List<CitationPattern> patterns) implements ReferenceGrammar {

    PatternGrammar {
        patterns = List.copyOf(patterns);
    }

    @Override
    public List<Mention> find(SearchedText text) {
        List<Mention> found = new ArrayList<>();
        for (CitationPattern pattern : patterns) {
            if (pattern.places().contains(text.place())) {
                for (Span window : pattern.windows(text)) {
                    find(pattern, text, window, found);
                }
            }
        }
        return found;
    }

    private static void find(
            CitationPattern pattern, SearchedText text, Span window, List<Mention> found) {
        CharSequence view = text.window(window);
        Matcher matcher = pattern.match().matcher(view);
        int from = 0;
        while (from <= view.length() && matcher.find(from)) {
            Match match = new Match(text, window.start(), matcher);
            // A match that reaches the end of its window may have been cut there.
            boolean cut = match.end() == window.end() && window.end() < text.length();
            MatchReader.Reading reading = cut ? null : pattern.reader().read(match);
            int next;
            if (reading == null) {
                next = Math.max(from, match.start() - window.start()) + 1;
            } else {
                found.add(mention(pattern, reading));
                text.take(reading.start(), reading.end());
                next = reading.end() - window.start();
            }
            from = Math.max(next, from + 1);
        }
    }

    private static Mention mention(CitationPattern pattern, MatchReader.Reading reading) {
        return new Mention(
                pattern.name(), reading.start(), reading.end(), reading.targets(), pattern.role());
    }
}
