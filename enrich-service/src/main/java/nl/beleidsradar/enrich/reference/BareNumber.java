package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a number like 27 925-876 that nothing announces is something else than a paper: an
 * amount, a range, a norm, an address.
 */
final class BareNumber {

    private static final Set<String> STANDARDS =
            Set.of(
                    "ISO", "NEN", "EN", "IEC", "DIN", "CEN", "ISO/IEC", "NEN-EN", "NEN-ISO", "CVE",
                    "RFC");

    private static final Set<String> OTHER_NUMBERS =
            Set.of(
                    "postbus",
                    "tel",
                    "telefoon",
                    "fax",
                    "kvk",
                    "euro",
                    "eur",
                    "artikel",
                    "artikelen",
                    "cas",
                    "issn",
                    "isbn",
                    "doi",
                    "blz",
                    "pagina",
                    "p",
                    "nummers",
                    "telefoonnummer",
                    "zaaknummer",
                    "ordernummer",
                    "factuurnummer",
                    "rekeningnummer",
                    "kamer",
                    "lokaal",
                    "tabel",
                    "versie",
                    "meter",
                    "referentie",
                    "kenmerk",
                    "bedrag",
                    "code");

    private static final Set<String> UNITS =
            Set.of(
                    "euro",
                    "kg",
                    "km",
                    "ton",
                    "personen",
                    "militairen",
                    "miljoen",
                    "mensen",
                    "inwoners",
                    "woningen",
                    "huishoudens",
                    "hectare",
                    "banen",
                    "huizen",
                    "studenten",
                    "leerlingen",
                    "meter",
                    "stuks",
                    "keer");

    private static final int SHORTEST_COMPOUND = 6;
    private static final List<String> OTHER_ENDINGS = List.of("nummer", "nr", "code");
    private static final List<String> OF_PAPERS =
            List.of("stuk", "dossier", "motie", "volg", "onder");

    private BareNumber() {}

    /**
     * Whether it is something else.
     *
     * @param cursor behind the number
     */
    static boolean isOther(Citation citation, Cursor cursor) {
        String dossier = citation.dossier().number();
        char next = cursor.peek();
        boolean longer =
                Cursor.isDigit(cursor.peek(1))
                        && (Cursor.isSpace(next) || ",.:/-".indexOf(next) >= 0);
        String before = wordBefore(citation.match());
        return citation.dossier().dotted()
                || dossier.endsWith("000")
                || longer
                || next == '%'
                || UNITS.contains(wordAfter(cursor))
                || STANDARDS.contains(before)
                || isOtherNumber(before.toLowerCase(Locale.ROOT));
    }

    /** Numbers of projects, orders and the like; those of dossiers and papers are no others. */
    private static boolean isOtherNumber(String before) {
        boolean compound =
                before.length() > SHORTEST_COMPOUND
                        && OTHER_ENDINGS.stream().anyMatch(before::endsWith)
                        && OF_PAPERS.stream().noneMatch(before::contains);
        return compound || OTHER_NUMBERS.contains(before);
    }

    private static String wordAfter(Cursor cursor) {
        StringBuilder word = new StringBuilder();
        for (int i = 1; i < 20 && Cursor.isLetter(cursor.peek(i)); i++) {
            word.append(cursor.peek(i));
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }

    private static String wordBefore(Match match) {
        int end = match.start("dossier");
        CharSequence text = match.text();
        while (end > 0 && " \n.:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 16 && inWord(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean inWord(char c) {
        return Cursor.isLetter(c) || c == '/' || c == '-';
    }
}
