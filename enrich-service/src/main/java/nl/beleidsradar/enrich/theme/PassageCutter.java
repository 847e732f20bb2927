package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a reader is shown as evidence: the whole paragraph where it is short enough, else the
 * sentences around the finds.
 */
final class PassageCutter {

    /** Longest passage, in UTF-16 units. */
    static final int MAX_PASSAGE = 1_500;

    private final String text;

    PassageCutter(String text) {
        this.text = text;
    }

    /** A stretch of text with the finds in it. */
    record Cut(int start, int end, List<Find> finds) {}

    /** The passages of a paragraph, in order; every find lies in one of them. */
    List<Cut> cut(Paragraph paragraph, List<Find> finds) {
        if (paragraph.length() <= MAX_PASSAGE) {
            return List.of(new Cut(paragraph.start(), paragraph.end(), finds));
        }
        if (finds.isEmpty()) {
            int end = sentenceEnd(paragraph, paragraph.start() + MAX_PASSAGE / 2);
            return List.of(new Cut(paragraph.start(), end, finds));
        }
        List<Cut> cuts = new ArrayList<>();
        for (Find find : finds) {
            Cut last = cuts.isEmpty() ? null : cuts.getLast();
            if (last != null && find.end() <= last.end()) {
                last.finds().add(find);
                continue;
            }
            int end = sentenceEnd(paragraph, find.end());
            if (last != null && end - last.start() <= MAX_PASSAGE) {
                last.finds().add(find);
                cuts.set(cuts.size() - 1, new Cut(last.start(), end, last.finds()));
            } else {
                int from = last == null ? paragraph.start() : last.end();
                cuts.add(around(paragraph, from, find, end));
            }
        }
        return cuts;
    }

    private Cut around(Paragraph paragraph, int from, Find find, int sentenceEnd) {
        int start = sentenceStart(Math.max(paragraph.start(), from), find.start());
        int end = sentenceEnd;
        if (end - start > MAX_PASSAGE) {
            start = Math.max(start, wordStart(find.start() - MAX_PASSAGE / 2));
            end = Math.min(end, wordEnd(Math.max(find.end(), start + MAX_PASSAGE - 50)));
        }
        return new Cut(
                Math.min(Math.max(start, skipSpace(from)), find.start()),
                end,
                new ArrayList<>(List.of(find)));
    }

    private int sentenceStart(int earliest, int at) {
        int from = Math.max(earliest, at - MAX_PASSAGE);
        for (int i = at - 1; i > from; i--) {
            if (endsSentence(i)) {
                int start = skipSpace(afterClosing(i + 1));
                if (start <= at) {
                    return start;
                }
            }
        }
        return from == earliest ? from : wordStart(from);
    }

    private int sentenceEnd(Paragraph paragraph, int at) {
        int limit = Math.min(paragraph.end(), at + MAX_PASSAGE);
        for (int i = at; i < limit; i++) {
            if (endsSentence(i)) {
                return Math.min(afterClosing(i + 1), paragraph.end());
            }
        }
        return limit == paragraph.end() ? limit : wordEnd(limit);
    }

    /** A full stop before white space and a capital, not after an abbreviation's single letter. */
    private boolean endsSentence(int i) {
        char c = text.charAt(i);
        if (c != '.' && c != '?' && c != '!' && c != ';') {
            return false;
        }
        int next = afterClosing(i + 1);
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        int begin = skipSpace(next);
        boolean capital =
                begin >= text.length()
                        || c == ';'
                        || !(Character.isLowerCase(text.codePointAt(begin))
                                || Character.isDigit(text.charAt(begin)));
        boolean initial =
                i >= 2
                        && Character.isLetter(text.charAt(i - 1))
                        && !Character.isLetter(text.charAt(i - 2));
        return capital && !initial;
    }

    private int afterClosing(int at) {
        int i = at;
        while (i < text.length() && i < at + 4 && isClosing(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isClosing(char c) {
        return switch (c) {
            case '"', '\'', ')', '*', ']', '\u2019', '\u201d', '\u00bb' -> true;
            default -> false;
        };
    }

    private int skipSpace(int at) {
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int wordStart(int at) {
        int i = Math.max(0, at);
        int limit = i + 100;
        while (i < text.length() && i < limit && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return skipSpace(i);
    }

    private int wordEnd(int at) {
        int i = Math.min(text.length(), at);
        int limit = i - 100;
        while (i > 0 && i > limit && !Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
