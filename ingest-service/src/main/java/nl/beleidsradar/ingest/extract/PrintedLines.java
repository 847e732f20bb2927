package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.TextSpan;
import nl.beleidsradar.ingest.extract.PageLines.Line;

/**
 * Finds the lines at the top and the foot of pages that other pages repeat, and the numbers of
 * pages. Lines are the same if they differ at most in a last number that counts with the pages.
 */
final class PrintedLines {

    // What is asked for here of a page must be among the lines that PageLines keeps.
    private static final int TOP = 12;
    private static final int FOOT = 6;
    private static final int LONGEST = 140;
    private static final int SEVERAL = 3;
    private static final int PART_OF_PAGES = 4;

    private static final Pattern PAGE_OF =
            Pattern.compile(
                    "(?i)(?:pagina|blad|page|seite)\\s{0,3}\\d{1,5}"
                            + "(?:\\s{0,3}(?:van|of|von|/)\\s{0,3}\\d{1,5})?");
    private static final Pattern NUMBER = Pattern.compile("[-–]?\\s?(\\d{1,5})\\s?[-–]?");

    /** The foot of official publications, which also a document of one page has. */
    private static final Pattern OFFICIAL =
            Pattern.compile(
                    "(?:ah-(?:tk|ek)|kst|h-(?:tk|ek)|blg)-[A-Za-z0-9-]{3,40}"
                            + "|ISSN\\s\\d{4}\\s?-\\s?\\d{3}[\\dX]"
                            + "|.?s-Gravenhage\\s(?:19|20)\\d{2}\\b.{0,100}"
                            + "|(?:Tweede|Eerste) Kamer, vergaderjaar .{4,100}");

    private static final Pattern LAST_NUMBER = Pattern.compile("\\b\\d{1,5}$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final class Repeated {
        private int pages;
        private int lastPage = -1;
    }

    private PrintedLines() {}

    static List<TextSpan> in(String text, PageLines lines) {
        Map<String, Repeated> top = repeated(text, lines, true);
        Map<String, Repeated> foot = repeated(text, lines, false);
        int often = often(lines.pages().size());
        Map<Integer, Integer> shifts = numberShifts(text, lines);
        List<TextSpan> spans = new ArrayList<>();
        for (int page = 0; page < lines.pages().size(); page++) {
            List<Line> on = lines.pages().get(page);
            for (int i = 0; i < on.size(); i++) {
                boolean atTop = i < TOP;
                boolean atFoot = i >= on.size() - FOOT;
                Line line = on.get(i);
                TextSpan.Kind kind = null;
                if (line.end() - line.start() > LONGEST) {
                    continue;
                }
                String words = line.in(text);
                if (PAGE_OF.matcher(words).matches() && (atTop || atFoot || i < 3 * TOP)) {
                    kind = TextSpan.Kind.PAGE_NUMBER;
                } else if (isAtEdge(i, on.size()) && isNumber(words, page, shifts)) {
                    kind = TextSpan.Kind.PAGE_NUMBER;
                } else if (atFoot && OFFICIAL.matcher(words).matches()) {
                    kind = TextSpan.Kind.FOOTER;
                } else if (atFoot && times(foot, words, page) >= often) {
                    kind = TextSpan.Kind.FOOTER;
                } else if (atTop && times(top, words, page) >= often) {
                    kind = TextSpan.Kind.RUNNING_HEAD;
                }
                if (kind != null) {
                    spans.add(new TextSpan(kind, line.start(), line.end()));
                }
            }
        }
        return spans;
    }

    /** A document of two pages must say it on both; a long one on a good part of its pages. */
    private static int often(int pages) {
        return pages <= SEVERAL ? Math.max(2, pages - 1) : Math.max(SEVERAL, pages / PART_OF_PAGES);
    }

    private static Map<String, Repeated> repeated(String text, PageLines lines, boolean top) {
        Map<String, Repeated> repeated = new HashMap<>();
        for (int page = 0; page < lines.pages().size(); page++) {
            List<Line> on = lines.pages().get(page);
            int from = top ? 0 : Math.max(0, on.size() - FOOT);
            int to = top ? Math.min(TOP, on.size()) : on.size();
            for (Line line : on.subList(from, to)) {
                if (line.end() - line.start() <= LONGEST) {
                    String words = spaced(line.in(text));
                    count(repeated, words, page);
                    String counting = counting(words, page);
                    if (!counting.equals(words)) {
                        count(repeated, counting, page);
                    }
                }
            }
        }
        return repeated;
    }

    private static void count(Map<String, Repeated> repeated, String words, int page) {
        Repeated seen = repeated.computeIfAbsent(words, w -> new Repeated());
        if (seen.lastPage != page) {
            seen.lastPage = page;
            seen.pages++;
        }
    }

    private static int times(Map<String, Repeated> repeated, String line, int page) {
        // Without a letter it may be a row of a table.
        if (line.chars().noneMatch(Character::isLetter)) {
            return 0;
        }
        String words = spaced(line);
        return Math.max(pages(repeated, words), pages(repeated, counting(words, page)));
    }

    private static int pages(Map<String, Repeated> repeated, String words) {
        Repeated seen = repeated.get(words);
        return seen == null ? 0 : seen.pages;
    }

    private static String spaced(String line) {
        return isSpaced(line) ? line : SPACE.matcher(line).replaceAll(" ");
    }

    /** Most lines are; these need no pattern. */
    private static boolean isSpaced(String line) {
        boolean afterSpace = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean space = c == ' ';
            if (space ? afterSpace : Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                return false;
            }
            afterSpace = space;
        }
        return true;
    }

    /** The line with its last number as its distance from the page. */
    private static String counting(String words, int page) {
        if (words.isEmpty() || !Character.isDigit(words.charAt(words.length() - 1))) {
            return words;
        }
        Matcher number = LAST_NUMBER.matcher(words);
        return number.find()
                ? words.substring(0, number.start())
                        + "#"
                        + (Integer.parseInt(number.group()) - page)
                : words;
    }

    private static boolean isAtEdge(int line, int lines) {
        return line < 2 || line >= lines - 2;
    }

    /** How many pages carry a number so far from their place; the printed numbers all agree. */
    private static Map<Integer, Integer> numberShifts(String text, PageLines lines) {
        Map<Integer, Integer> shifts = new HashMap<>();
        for (int page = 0; page < lines.pages().size(); page++) {
            List<Line> on = lines.pages().get(page);
            for (int i = 0; i < on.size(); i++) {
                if (isAtEdge(i, on.size()) && on.get(i).end() - on.get(i).start() <= 9) {
                    Matcher number = NUMBER.matcher(on.get(i).in(text));
                    if (number.matches()) {
                        shifts.merge(Integer.parseInt(number.group(1)) - page, 1, Integer::sum);
                    }
                }
            }
        }
        return shifts;
    }

    private static boolean isNumber(String words, int page, Map<Integer, Integer> shifts) {
        Matcher number = NUMBER.matcher(words);
        return number.matches()
                && shifts.getOrDefault(Integer.parseInt(number.group(1)) - page, 0) >= 2;
    }
}
