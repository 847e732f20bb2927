package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Tries one pattern wherever in a text it may match, and takes the spans of its citations. */
final class PatternSearch {

    private final CitationPattern pattern;
    private final SearchedText text;
    private final int digitWithin;
    private final List<Mention> found = new ArrayList<>();
    private int from;

    /** Made at the first attempt: most places fall off before one. */
    private @Nullable Matcher matcher;

    PatternSearch(CitationPattern pattern, SearchedText text) {
        this.pattern = pattern;
        this.text = text;
        this.digitWithin = pattern.match().digitWithin();
    }

    List<Mention> at(Starts starts) {
        int previous = -1;
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            if (start >= from && start != previous && !text.isTaken(start)) {
                attempt(start);
            }
            previous = start;
        }
        return found;
    }

    private void attempt(int literal) {
        int start = Math.max(from, literal - pattern.reach());
        int end = Math.min(text.length(), literal + SearchedText.AFTER);
        if (digitWithin != FirstDigit.NOWHERE && !text.hasDigit(start, literal + digitWithin)) {
            return;
        }
        text.beginAttempt();
        Matcher matcher = matcher();
        matcher.region(start, end);
        boolean matches =
                pattern.reach() == 0
                        ? matcher.lookingAt()
                        : matcher.find() && matcher.start() <= literal;
        // A match that reaches the end of its window may have been cut there.
        if (matches && (matcher.end() < end || end == text.length())) {
            text.beginAttempt();
            Match match = new Match(text, matcher, pattern.match().groups());
            MatchReader.Reading reading = pattern.reader().read(match);
            if (reading != null) {
                found.add(
                        new Mention(
                                pattern.name(),
                                reading.start(),
                                reading.end(),
                                reading.targets(),
                                pattern.role()));
                text.take(reading.start(), reading.end());
                from = reading.end();
            }
        }
    }

    private Matcher matcher() {
        if (matcher == null) {
            matcher =
                    pattern.match()
                            .pattern()
                            .matcher(text)
                            .useAnchoringBounds(false)
                            .useTransparentBounds(true);
        }
        return matcher;
    }
}
