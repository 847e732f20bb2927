package nl.beleidsradar.ingest.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the heads of Dutch official papers: the labels of a ministry's letter ({@code Onze
 * referentie}, {@code Datum}, {@code Betreft} …) and the opening of a parliamentary paper (session,
 * dossier, number). Keys are those of official publications where these have them.
 */
public final class PaperFacts {

    /** Day the paper carries, ISO 8601. */
    public static final String DATE = "letterDate";

    private static final int HEAD = 8_000;
    private static final Pattern SESSION =
            Pattern.compile(
                    "(?i).{0,60}vergaderjaar\\s{1,3}(\\d{4})\\s?[-–/]\\s?(\\d{2,4})\\b.{0,60}");

    /** Five digits, a chapter or a part, and the number of an act of the whole Kingdom. */
    private static final Pattern DOSSIER =
            Pattern.compile(
                    "(\\d{2}) ?(\\d{3})(?:[ -]{1,2}([IVX]{1,6}[AB]?|[A-M])| ?[-–] ?(\\d{2}))?"
                            + "(?:[ -]{1,2}\\(R ?\\d{3,4}\\))?");

    private static final Pattern NUMBER =
            Pattern.compile("(?:Nr\\.|nr\\.|Nr)\\s{0,3}(\\d{1,5}[a-z]?)");

    /** The Eerste Kamer counts in letters, too, beside or above the heading in capitals. */
    private static final Pattern LETTERS =
            Pattern.compile(
                    "(?:[Nn]r\\.?\\s{0,3})?([A-Z]{1,3}|(?<=[Nn]r\\.?\\s{0,3})\\d{1,5}[a-z]?)"
                            + "(?:\\s{1,9}(\\p{Lu}{4,}\\b.{0,200}))?");

    private static final Pattern APPENDIX_NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern OFFICIAL =
            Pattern.compile("(?m)^\\s{0,9}((?:kst|ah-tk|ah-ek|blg)-[A-Za-z0-9-]{3,40})\\s{0,9}$");
    private static final Pattern RECEIVED = Pattern.compile("\\(ontvangen\\s+([^)]{6,40})\\)");

    /** Facts that only such a paper has. */
    private static final Set<String> SURE = Set.of("dossier", "ondernummer", "officialId");

    private PaperFacts() {}

    /** Empty for a text that opens as neither. */
    public static Map<String, List<String>> of(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        HeadLines lines = HeadLines.of(head);
        Map<String, List<String>> paper = parliamentary(head, lines.lines());
        if (SURE.stream().anyMatch(paper::containsKey)) {
            return paper;
        }
        // A letter may speak of a session, too.
        Map<String, List<String>> letter = LetterFacts.of(lines);
        return letter.isEmpty() ? paper : letter;
    }

    private static Map<String, List<String>> parliamentary(String head, List<String> lines) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        int session = -1;
        for (int i = 0; i < Math.min(lines.size(), 8) && session < 0; i++) {
            Matcher year = SESSION.matcher(lines.get(i));
            if (year.matches()) {
                session = i;
                String to = year.group(2);
                String end = to.length() == 2 ? year.group(1).substring(0, 2) + to : to;
                facts.put("vergaderjaar", List.of(year.group(1) + "-" + end));
            }
        }
        if (session < 0) {
            return facts;
        }
        Matcher official = OFFICIAL.matcher(head);
        if (official.find()) {
            facts.put("officialId", List.of(official.group(1)));
        }
        List<String> below = lines.subList(session + 1, Math.min(lines.size(), session + 25));
        if (lines.get(session).contains("Aanhangsel")) {
            appendix(below, facts);
        } else {
            boolean letters =
                    lines.subList(0, session + 1).stream()
                            .anyMatch(l -> l.contains("Eerste Kamer"));
            numbers(below, letters ? LETTERS : NUMBER, facts);
        }
        Matcher received = RECEIVED.matcher(head);
        if (received.find()) {
            DutchDates.first(received.group(1))
                    .ifPresent(day -> facts.put(DATE, List.of(day.toString())));
        }
        return facts;
    }

    private static void appendix(List<String> lines, Map<String, List<String>> facts) {
        lines.stream()
                .filter(line -> APPENDIX_NUMBER.matcher(line).matches())
                .findFirst()
                .ifPresent(line -> facts.put("ondernummer", List.of(line)));
    }

    /** The number stands under the dossier and its title, the heading beside or under it. */
    private static void numbers(
            List<String> lines, Pattern numbers, Map<String, List<String>> facts) {
        for (int i = 0; i < lines.size(); i++) {
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            Matcher dossier = DOSSIER.matcher(lines.get(i));
            Matcher number = numbers.matcher(lines.get(i));
            if (!facts.containsKey("dossier") && dossier.matches()) {
                facts.put("dossier", List.of(number(dossier)));
                if (!next.isEmpty() && !numbers.matcher(next).matches()) {
                    facts.put("dossierTitle", List.of(next));
                }
            } else if (facts.containsKey("dossier") && number.matches()) {
                facts.put("ondernummer", List.of(number.group(1)));
                boolean beside = number.groupCount() > 1 && number.group(2) != null;
                String heading = beside ? number.group(2) : next;
                if (!heading.isEmpty()) {
                    facts.put("heading", List.of(heading));
                }
                return;
            }
        }
    }

    private static String number(Matcher dossier) {
        String number = dossier.group(1) + dossier.group(2);
        String part = dossier.group(3) == null ? dossier.group(4) : dossier.group(3);
        return part == null ? number : number + "-" + part;
    }
}
