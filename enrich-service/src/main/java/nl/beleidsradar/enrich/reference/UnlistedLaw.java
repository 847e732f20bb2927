package nl.beleidsradar.enrich.reference;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells how far the name of a law goes that is on no list: a word like Energiewet, a title that
 * begins with Wet or Besluit, or an abbreviation.
 */
final class UnlistedLaw {

    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 9;

    private static final Pattern OPENING =
            Pattern.compile(
                    "(?:Rijks|Invoerings|Uitvoerings|Kader|Aanpassings|Spoed|Verzamel|Tijdelijke )?"
                            + "(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Rr]eglement|[Ww]etboek|[Vv]erordening)");
    private static final Pattern COMPOUND =
            Pattern.compile(
                    "\\p{Lu}[\\pL-]{3,60}(?:wet|besluit|regeling|wetboek|verordening|richtlijn|code)");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[A-Za-z]{1,9}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    private static final Set<String> NOT_LAWS =
            Set.of(
                    "EU", "EG", "NL", "VN", "VS", "TK", "EK", "KB", "MvT", "OM", "AP", "ACM", "AFM",
                    "DNB", "IND", "UWV", "SVB", "NAVO", "WHO", "CBS", "RIVM");

    /** Words within a title that are no nouns. */
    private static final Set<String> LINKS =
            Set.of(
                    "op",
                    "van",
                    "de",
                    "het",
                    "en",
                    "in",
                    "inzake",
                    "tot",
                    "voor",
                    "der",
                    "ter",
                    "bij",
                    "met",
                    "betreffende",
                    "houdende",
                    "om",
                    "tegen",
                    "over",
                    "aan",
                    "een",
                    "door",
                    "uit",
                    "ten",
                    "des",
                    "onder",
                    "of");

    /** Words with which the sentence goes on. */
    private static final Set<String> AFTER =
            Set.of(
                    "is",
                    "wordt",
                    "kan",
                    "heeft",
                    "zijn",
                    "worden",
                    "bepaalt",
                    "dat",
                    "die",
                    "niet",
                    "moet",
                    "moeten",
                    "mag",
                    "mogen",
                    "geldt",
                    "gelden",
                    "kunnen",
                    "hebben",
                    "zal",
                    "zullen",
                    "staat",
                    "luidt",
                    "biedt",
                    "stelt",
                    "schrijft",
                    "vereist",
                    "regelt",
                    "komt",
                    "vormt",
                    "vervalt",
                    "blijft",
                    "ook",
                    "al",
                    "nog",
                    "als",
                    "zoals",
                    "waarin",
                    "waarbij",
                    "waarop",
                    "geven",
                    "geeft",
                    "volgt",
                    "maakt",
                    "verplicht",
                    "voorziet",
                    "opgenomen",
                    "genoemde",
                    "bedoelde",
                    "was",
                    "waren",
                    "werd",
                    "werden",
                    "reeds",
                    "dan",
                    "wel",
                    "juncto",
                    "jo",
                    "vastgestelde",
                    "gestelde",
                    "artikel",
                    "artikelen",
                    "art",
                    "en");

    private UnlistedLaw() {}

    /** One past the name; the place itself where none stands here. */
    static int end(CharSequence text, int start) {
        if (start >= text.length() || !Character.isUpperCase(text.charAt(start))) {
            return start;
        }
        String view = text.subSequence(start, Math.min(text.length(), start + LONGEST)).toString();
        String word = word(view, 0);
        if (OPENING.matcher(word).matches() && Character.isUpperCase(word.charAt(0))) {
            int end = title(view, word.length());
            return end > word.length() ? start + end : start;
        }
        if (COMPOUND.matcher(word).matches()) {
            return start + withYear(view, word.length());
        }
        boolean abbreviation =
                ABBREVIATION.matcher(word).matches()
                        && word.chars().skip(1).anyMatch(Character::isUpperCase)
                        && word.chars().anyMatch(c -> "IVXLCDM".indexOf(c) < 0)
                        && !NOT_LAWS.contains(word);
        return abbreviation ? start + withYear(view, word.length()) : start;
    }

    private static int title(String view, int from) {
        int end = from;
        int kept = from;
        for (int words = 0; words < MOST_WORDS && end < view.length(); words++) {
            if (!Cursor.isSpace(view.charAt(end))) {
                break;
            }
            String word = word(view, end + 1);
            String lower = word.toLowerCase(Locale.ROOT);
            boolean joins = lower.equals("en") && kept == end;
            if (word.isEmpty() || (AFTER.contains(lower) && !joins)) {
                break;
            }
            end += 1 + word.length();
            if (!LINKS.contains(lower)) {
                kept = end;
            }
        }
        return kept;
    }

    private static int withYear(String view, int end) {
        if (end + 5 <= view.length() && view.charAt(end) == ' ') {
            String year = word(view, end + 1);
            return YEAR.matcher(year).matches() ? end + 5 : end;
        }
        return end;
    }

    private static String word(String view, int from) {
        int end = from;
        while (end < view.length()
                && (Character.isLetterOrDigit(view.charAt(end))
                        || "-'’".indexOf(view.charAt(end)) >= 0)) {
            end++;
        }
        return view.substring(from, end);
    }
}
