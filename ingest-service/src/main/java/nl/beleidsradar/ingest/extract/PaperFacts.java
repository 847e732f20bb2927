package nl.beleidsradar.ingest.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int LINES = 120;
    private static final int LONGEST = 200;
    private static final int MOST_LINES = 3;

    private record Label(String key, Pattern words) {}

    private static final List<Label> LABELS =
            List.of(
                    label("reference", "(?:Onze|Ons) (?:referentie|kenmerk)|Kenmerk"),
                    label("yourReference", "Uw (?:referentie|kenmerk|brief(?: van)?)"),
                    label(DATE, "Datum"),
                    label("subject", "Betreft|Onderwerp"),
                    label("attachments", "Bijlagen?|Bijlage\\(n\\)|Aantal bijlagen"));
    private static final Pattern ADDRESSEE =
            Pattern.compile("Aan(?:\\s{0,3}:\\s{0,9}|\\s{1,3}(?=de |het |[A-Z]))(.{3,150})");
    private static final Pattern SENDER = Pattern.compile("Van\\s{0,3}:\\s{0,9}(.{3,150})");
    private static final Pattern ENDS_ADDRESS =
            Pattern.compile("(?i)Postbus.*|.*\\d{4}\\s?[A-Z]{2}\\b.*|.*\\d+\\s?[a-z]?");

    private static final Pattern SESSION =
            Pattern.compile(
                    "(?i).{0,60}vergaderjaar\\s{1,3}(\\d{4})\\s?[-–/]\\s?(\\d{2,4})\\b.{0,60}");
    private static final Pattern DOSSIER =
            Pattern.compile(
                    "(\\d{2})[ \u00a0]?(\\d{3})(?:[ \u00a0-]{1,2}([IVX]{1,6}[AB]?|[A-M]))?");
    private static final Pattern NUMBER =
            Pattern.compile("(?:Nr\\.|nr\\.|Nr)\\s{0,3}(\\d{1,5}[a-z]?)");
    private static final Pattern APPENDIX_NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern OFFICIAL =
            Pattern.compile("(?m)^\\s{0,9}((?:kst|ah-tk|ah-ek|blg)-[A-Za-z0-9-]{3,40})\\s{0,9}$");
    private static final Pattern RECEIVED = Pattern.compile("\\(ontvangen\\s+([^)]{6,40})\\)");

    private PaperFacts() {}

    private static Label label(String key, String words) {
        return new Label(
                key, Pattern.compile("(?i)(?:" + words + ")(?:\\s{0,9}:\\s{0,9}|\\s{1,40}|$)(.*)"));
    }

    /** Empty for a text that opens as neither. */
    public static Map<String, List<String>> of(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        List<String> lines =
                head.lines()
                        .map(l -> l.replace('\u00a0', ' ').strip())
                        .filter(l -> !l.isEmpty())
                        .limit(LINES)
                        .toList();
        Map<String, List<String>> facts = new LinkedHashMap<>();
        if (!parliamentary(head, lines, facts)) {
            letter(lines, facts);
        }
        return facts;
    }

    private static void letter(List<String> lines, Map<String, List<String>> facts) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            for (Label label : LABELS) {
                Matcher words = label.words().matcher(line);
                if (words.matches()) {
                    String value = words.group(1).isBlank() ? next(lines, i) : words.group(1);
                    put(found, label.key(), value.strip());
                }
            }
            Matcher addressee = ADDRESSEE.matcher(line);
            if (addressee.matches()) {
                found.putIfAbsent("addressee", List.of(address(lines, i, addressee.group(1))));
            }
            Matcher sender = SENDER.matcher(line);
            if (sender.matches()) {
                put(found, "sender", sender.group(1).strip());
            }
        }
        // One label alone may open any sentence.
        long labels = LABELS.stream().filter(l -> found.containsKey(l.key())).count();
        if (labels >= 2) {
            facts.putAll(found);
        }
    }

    private static void put(Map<String, List<String>> found, String key, String value) {
        String stated =
                key.equals(DATE)
                        ? DutchDates.first(value).map(Object::toString).orElse("")
                        : value.substring(0, Math.min(value.length(), LONGEST));
        boolean counted = !key.equals("attachments") || stated.length() <= 60;
        if (!stated.isEmpty() && counted) {
            found.putIfAbsent(key, List.of(stated));
        }
    }

    /** The line under a label that stands alone, unless it is a label too. */
    private static String next(List<String> lines, int label) {
        if (label + 1 >= lines.size()) {
            return "";
        }
        String next = lines.get(label + 1);
        return LABELS.stream().anyMatch(l -> l.words().matcher(next).matches()) ? "" : next;
    }

    private static String address(List<String> lines, int first, String start) {
        StringBuilder address = new StringBuilder(start.strip());
        for (int i = first + 1; i < Math.min(lines.size(), first + MOST_LINES); i++) {
            String line = lines.get(i);
            boolean goesOn =
                    !line.isEmpty()
                            && (Character.isLowerCase(line.charAt(0)) || line.startsWith("der "))
                            && !ENDS_ADDRESS.matcher(line).matches();
            if (!goesOn) {
                break;
            }
            address.append(' ').append(line);
        }
        return address.toString();
    }

    private static boolean parliamentary(
            String head, List<String> lines, Map<String, List<String>> facts) {
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
            return false;
        }
        Matcher official = OFFICIAL.matcher(head);
        if (official.find()) {
            facts.put("officialId", List.of(official.group(1)));
        }
        boolean appendix = lines.get(session).contains("Aanhangsel");
        numbers(lines.subList(session + 1, Math.min(lines.size(), session + 25)), appendix, facts);
        Matcher received = RECEIVED.matcher(head);
        if (received.find()) {
            DutchDates.first(received.group(1))
                    .ifPresent(day -> facts.put(DATE, List.of(day.toString())));
        }
        return true;
    }

    private static void numbers(
            List<String> lines, boolean appendix, Map<String, List<String>> facts) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher dossier = DOSSIER.matcher(line);
            Matcher number = NUMBER.matcher(line);
            if (appendix && APPENDIX_NUMBER.matcher(line).matches()) {
                facts.putIfAbsent("ondernummer", List.of(line));
                return;
            } else if (!appendix && !facts.containsKey("dossier") && dossier.matches()) {
                String chapter = dossier.group(3) == null ? "" : "-" + dossier.group(3);
                facts.put("dossier", List.of(dossier.group(1) + dossier.group(2) + chapter));
                if (i + 1 < lines.size() && !NUMBER.matcher(lines.get(i + 1)).matches()) {
                    facts.put("dossierTitle", List.of(lines.get(i + 1)));
                }
            } else if (!appendix && facts.containsKey("dossier") && number.matches()) {
                facts.put("ondernummer", List.of(number.group(1)));
                if (i + 1 < lines.size()) {
                    facts.put("heading", List.of(lines.get(i + 1)));
                }
                return;
            }
        }
    }
}
