package nl.beleidsradar.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Collects text and facts of one official publication. White space that only lays out the XML
 * becomes one space or one line break; elements that run inside a line are named, all others are
 * blocks.
 */
final class OfficialText {

    private static final Set<String> INLINE =
            Set.of(
                    "nadruk",
                    "extref",
                    "intref",
                    "ondernummer",
                    "datum",
                    "sup",
                    "inf",
                    "noot.nr",
                    "dossiernr",
                    "begrotingshoofdstuk",
                    "naam",
                    "voornaam",
                    "achternaam",
                    "functie",
                    "organisatie",
                    "label",
                    "nr",
                    "li.nr",
                    "lidnr");

    /** Words of their own, also where the XML has no space between them. */
    private static final Set<String> WORDS =
            Set.of("naam", "voornaam", "achternaam", "functie", "organisatie", "label", "nr");

    private static final Set<String> SIGNED = Set.of("ondertekening", "koning");
    private static final int MOST_SIGNATORIES = 50;
    private static final int LONGEST_SIGNATORY = 200;
    private static final Pattern RECORD =
            Pattern.compile("https?://[^/]{1,80}/([a-z]{1,12}-[A-Za-z0-9-]{1,60})/metadata\\.xml");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s?[-–/]\\s?(\\d{4})");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, StringBuilder> facts = new LinkedHashMap<>();
    private final List<String> capturing = new ArrayList<>();
    private final List<String> signatories = new ArrayList<>();
    private final StringBuilder signing = new StringBuilder();
    private @Nullable String officialId;
    private @Nullable String date;
    private boolean spaceDue;
    private int inSigned;

    void open(XMLStreamReader xml) {
        String name = xml.getLocalName();
        path.push(name);
        inSigned += SIGNED.contains(name) ? 1 : 0;
        String content = xml.getAttributeValue(null, "content");
        if (name.equals("meta") && content != null) {
            Matcher record = RECORD.matcher(content);
            officialId = record.matches() ? record.group(1) : officialId;
        }
        String iso = xml.getAttributeValue(null, "isodatum");
        if (name.equals("datum") && iso != null && date == null) {
            date = iso;
        }
        block(name);
        String fact = factOf(name, xml.getAttributeValue(null, "inhoud"));
        capturing.add(facts.containsKey(fact) ? "" : fact);
        if (!fact.isEmpty()) {
            facts.putIfAbsent(fact, new StringBuilder());
        }
    }

    void close(String name) {
        path.pop();
        capturing.removeLast();
        block(name);
        if (SIGNED.contains(name) && --inSigned == 0) {
            signed();
        }
    }

    private void signed() {
        String signatory = signing.toString();
        signing.setLength(0);
        boolean counts = !signatory.isEmpty() && signatory.length() <= LONGEST_SIGNATORY;
        if (counts && signatories.size() < MOST_SIGNATORIES) {
            signatories.add(signatory);
        }
    }

    void characters(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                spaceDue = true;
            } else {
                append(c);
            }
        }
    }

    Extracted finished() {
        String all = text.toString().strip();
        if (all.isEmpty()) {
            return new Extracted.Empty("no text in the publication");
        }
        return new Extracted.Text(
                all,
                List.of(),
                title(),
                "application/xml",
                "official-publication 1",
                List.of(),
                metadata());
    }

    private void append(char c) {
        if (inSigned > 0 && signing.length() <= LONGEST_SIGNATORY) {
            boolean next = spaceDue || !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
            if (next && !signing.isEmpty()) {
                signing.append(' ');
            }
            signing.append(c);
        }
        if (spaceDue && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(' ');
        }
        text.append(c);
        for (String fact : capturing) {
            StringBuilder captured = facts.get(fact);
            if (captured != null) {
                if (spaceDue && !captured.isEmpty()) {
                    captured.append(' ');
                }
                captured.append(c);
            }
        }
        spaceDue = false;
    }

    private void block(String name) {
        if (INLINE.contains(name)) {
            spaceDue |= WORDS.contains(name);
            return;
        }
        spaceDue = false;
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private String factOf(String name, @Nullable String inhoud) {
        String parent = path.stream().skip(1).findFirst().orElse("");
        return switch (name) {
            case "dossiernr" -> "dossier";
            case "ondernummer" -> "ondernummer";
            case "intitule" -> "title";
            case "titel" ->
                    switch (parent) {
                        case "stuk" -> "title";
                        case "dossier" -> "dossierTitle";
                        case "kop" -> path.size() == 4 ? "title" : "";
                        default -> "";
                    };
            case "tekstregel" -> "vergaderjaar".equals(inhoud) ? "vergaderjaar" : "";
            default -> "";
        };
    }

    private @Nullable String title() {
        String title = fact("title").orElse("");
        String dossier = fact("dossierTitle").orElse("");
        if (title.isEmpty() || dossier.isEmpty()) {
            return title.isEmpty() ? (dossier.isEmpty() ? null : dossier) : title;
        }
        return title + " – " + dossier;
    }

    private Map<String, List<String>> metadata() {
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        if (officialId != null) {
            metadata.put("officialId", List.of(officialId));
        }
        fact("dossier").ifPresent(v -> metadata.put("dossier", List.of(v.replace(" ", ""))));
        fact("ondernummer").ifPresent(v -> metadata.put("ondernummer", List.of(v)));
        fact("vergaderjaar")
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .ifPresent(
                        y -> metadata.put("vergaderjaar", List.of(y.group(1) + "-" + y.group(2))));
        if (date != null && isDate(date)) {
            metadata.put("date", List.of(date));
        }
        if (!signatories.isEmpty()) {
            metadata.put("signatories", List.copyOf(signatories));
        }
        return metadata;
    }

    private static boolean isDate(String written) {
        try {
            return LocalDate.parse(written).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name))
                .map(StringBuilder::toString)
                .filter(v -> !v.isBlank());
    }
}
