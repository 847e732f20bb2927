package nl.beleidsradar.ingest.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the labels of a ministry's letter, beside or above their values, and its address. */
final class LetterFacts {

    private static final int LONGEST = 200;
    private static final int MOST_LINES = 3;

    private record Label(String key, Pattern words) {}

    private static final List<Label> LABELS =
            List.of(
                    label("reference", "(?:Onze|Ons) (?:referentie|kenmerk)|Kenmerk"),
                    label("yourReference", "Uw (?:referentie|kenmerk|brief(?: van)?)"),
                    label(PaperFacts.DATE, "Datum"),
                    label("subject", "Betreft|Onderwerp"),
                    label("attachments", "Bijlagen?|Bijlage\\(n\\)|Aantal bijlagen"));
    private static final Pattern ADDRESSEE =
            Pattern.compile(
                    "Aan(?:\\s{0,3}:\\s{0,9}|\\s{1,3}(?=de |het |[A-Z]))(.{3,150})"
                            + "|(De [Vv]oorzitter van de (?:Tweede|Eerste) Kamer"
                            + "(?: der Staten-Generaal)?)");
    private static final Pattern SALUTATION =
            Pattern.compile("(?<!\\S)(?:Geachte\\b|Excellenties?(?:,|$)).*");
    private static final Pattern SENDER = Pattern.compile("Van\\s{0,3}:\\s{0,9}(.{3,150})");
    private static final Pattern ENDS_ADDRESS =
            Pattern.compile("(?i)Postbus.*|.*\\d{4}\\s?[A-Z]{2}\\b.*|.*\\d+\\s?[a-z]?");

    private LetterFacts() {}

    private static Label label(String key, String words) {
        return new Label(
                key, Pattern.compile("(?i)(?:" + words + ")(?:\\s{0,9}:\\s{0,9}|\\s{1,40}|$)(.*)"));
    }

    /** Empty for a text that opens as no letter. */
    static Map<String, List<String>> of(HeadLines head) {
        List<String> lines = head.lines();
        Map<String, List<String>> found = new LinkedHashMap<>();
        boolean greeted = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            for (Label label : LABELS) {
                Matcher words = label.words().matcher(line);
                if (words.matches()) {
                    put(found, label.key(), value(head, i, label, words.group(1)));
                }
            }
            // After the salutation a sentence may open like an address.
            Matcher addressee = ADDRESSEE.matcher(line);
            if (!greeted && addressee.matches()) {
                String start = addressee.group(1) == null ? addressee.group(2) : addressee.group(1);
                found.putIfAbsent("addressee", List.of(address(lines, i, start)));
            }
            Matcher sender = SENDER.matcher(line);
            if (sender.matches()) {
                put(found, "sender", sender.group(1).strip());
            }
            greeted |= SALUTATION.matcher(line).find();
        }
        // One label alone may open any sentence.
        long labels = LABELS.stream().filter(l -> found.containsKey(l.key())).count();
        return labels >= 2 ? found : Map.of();
    }

    private static void put(Map<String, List<String>> found, String key, String value) {
        String stated =
                key.equals(PaperFacts.DATE)
                        ? DutchDates.first(value).map(Object::toString).orElse("")
                        : value.substring(0, Math.min(value.length(), LONGEST));
        boolean counted = !key.equals("attachments") || stated.length() <= 60;
        if (!stated.isEmpty() && counted) {
            found.putIfAbsent(key, List.of(stated));
        }
    }

    /** Beside the label, or under one that stands alone; a subject may take several lines. */
    private static String value(HeadLines head, int label, Label of, String beside) {
        int first = beside.isBlank() ? label + 1 : label;
        if (first >= head.lines().size() || first > label && isLabel(head.lines().get(first))) {
            return "";
        }
        StringBuilder value =
                new StringBuilder(first > label ? head.lines().get(first) : beside.strip());
        boolean wraps = of.key().equals("subject");
        for (int i = first; wraps && head.goesOnAfter(i) && i - first < MOST_LINES; i++) {
            String next = head.lines().get(i + 1);
            if (isLabel(next) || SALUTATION.matcher(next).lookingAt() || isAddress(next)) {
                break;
            }
            value.append(' ').append(next);
        }
        return value.toString().strip();
    }

    private static boolean isLabel(String line) {
        return LABELS.stream().anyMatch(l -> l.words().matcher(line).matches());
    }

    private static boolean isAddress(String line) {
        return ADDRESSEE.matcher(line).matches() || SENDER.matcher(line).matches();
    }

    private static String address(List<String> lines, int first, String start) {
        StringBuilder address = new StringBuilder(untilSalutation(start));
        for (int i = first + 1; i < Math.min(lines.size(), first + MOST_LINES); i++) {
            String line = lines.get(i);
            boolean goesOn =
                    Character.isLowerCase(line.charAt(0))
                            && !SALUTATION.matcher(lines.get(i - 1)).find()
                            && !ENDS_ADDRESS.matcher(line).matches();
            if (!goesOn) {
                break;
            }
            address.append(' ').append(untilSalutation(line));
        }
        return address.toString().strip();
    }

    private static String untilSalutation(String line) {
        return SALUTATION.matcher(line).replaceFirst("").strip();
    }
}
