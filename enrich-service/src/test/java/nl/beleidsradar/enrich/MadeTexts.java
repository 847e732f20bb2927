package nl.beleidsradar.enrich;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random texts: pieces that citations and themes are made of, put together rightly and wrongly,
 * among characters that text from outside may hold. One seed always gives one text.
 */
final class MadeTexts {

    private static final List<String> OPENINGS =
            List.of(
                    "Kamerstuk ",
                    "Kamerstukken II ",
                    "Kamerstukken I 2018/19, ",
                    "kamerstuk",
                    "TK 2023/24, ",
                    "Tweede Kamer, vergaderjaar 2022–2023, ",
                    "Aanhangsel Handelingen, vergaderjaar 2023–2024, ",
                    "Handelingen II 2017/18, ",
                    "Staatsblad ",
                    "Stcrt. ",
                    "Trb. ",
                    "ECLI:NL:HR:",
                    "LJN ",
                    "BWBR00055",
                    "CVDR",
                    "artikel ",
                    "artikelen ",
                    "Verordening (EU) ",
                    "Richtlijn ",
                    "Besluit nr. ",
                    "PbEU ",
                    "PB L ",
                    "COM(2014) ",
                    "JOIN(2022) ",
                    "ST ",
                    "Doc. ",
                    "nr. vorig doc.: ",
                    "2021Z",
                    "2022D",
                    "kst-",
                    "ah-tk-20232024-",
                    "h-tk-",
                    "https://zoek.officielebekendmakingen.nl/",
                    "www.",
                    "motie op stuk nr. ",
                    "t.v.v. ",
                    "Ter vervanging van die gedrukt onder nr. ",
                    "Bijlage 1 van kamerstuk ",
                    "BZDOC-",
                    "dossier ",
                    "Nr. ");
    private static final List<String> NUMBERS =
            List.of(
                    "34919",
                    "34 919",
                    "35 830 X",
                    "36 410-X-47",
                    "36600-XVI",
                    "21 501-02",
                    "27 484 (R 1669)",
                    "26643/30821-1252",
                    "33.694",
                    "2022/2555",
                    "nr. 910/2014",
                    "1999/93/EG",
                    "2020, 118",
                    "2001:AB1838",
                    "AB2345",
                    "5:9",
                    "42, lid 7",
                    "382/1",
                    "9223/24",
                    "08444",
                    "1263270424-59",
                    "1",
                    "0",
                    "00000",
                    "99999999999999999999",
                    "2023–2024",
                    "XVI",
                    "A",
                    "42e");
    private static final List<String> LINKS =
            List.of(
                    ", nr. ",
                    ", nrs. ",
                    " nr ",
                    ", nummer ",
                    "-",
                    "–",
                    " en ",
                    ", ",
                    ". ",
                    " (",
                    ")",
                    "; ",
                    "/",
                    ", p. ",
                    ", blz. ",
                    ", lid ",
                    ", eerste lid, ",
                    " van het ",
                    ", item ",
                    " t/m ",
                    ", bijlage ",
                    " (herdruk)",
                    " van 19.7.2016, ");
    private static final List<String> NAMES =
            List.of(
                    "Awb",
                    "Grondwet",
                    "VEU",
                    "VWEU",
                    "Wet op het financieel toezicht",
                    "Verdrag betreffende de Europese Unie",
                    "cyberaanval",
                    "cyber",
                    "klimaatbeleid",
                    "klimaat",
                    "militaire mobiliteit",
                    "NIS2",
                    "vestigingsklimaat",
                    "Vergaderjaar 2023–2024",
                    "Ministerie van Economische Zaken en Klimaat",
                    "de Kamer",
                    "overwegende dat",
                    "# Kop",
                    "- punt",
                    "1. punt");
    private static final List<String> SPACES =
            List.of(
                    " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u2009", "\u202f", "\u00ad",
                    "-\n", "\t", "", "\f");
    private static final List<String> ODD =
            List.of(
                    "\0",
                    "\ud800",
                    "\udc00",
                    "\ud83d\ude00",
                    "\u0301",
                    "\u200b",
                    "\ufeff",
                    "\u202e",
                    "ß",
                    "İ",
                    "ſ",
                    "\u212a",
                    "½",
                    "Ⅷ",
                    "１２",
                    "\u2028",
                    "\u0085",
                    "ĳ",
                    "ﬁ",
                    "\uffff",
                    "(((((",
                    "nr. nr. nr.",
                    "\u00ad\u00ad\u00ad",
                    "....",
                    "—",
                    "•");

    private MadeTexts() {}

    /** Anything at all. */
    static String wild(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(1, 60);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> text.append(citation(random));
                case 2 -> text.append(one(random, NAMES));
                case 3 -> text.append(one(random, NUMBERS));
                case 4 -> text.append(one(random, LINKS));
                case 5 -> text.append(one(random, ODD));
                case 6 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                default -> text.append(one(random, SPACES));
            }
            if (random.nextBoolean()) {
                text.append(one(random, SPACES));
            }
        }
        return text.toString();
    }

    /** One line of citations and words between sentences. */
    static String paragraph(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("Zie hiervoor ");
        int pieces = random.nextInt(1, 5);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(3) == 0
                            ? one(random, NAMES).replaceAll("[#-] |1. ", "")
                            : citation(random));
            text.append(random.nextBoolean() ? " en ook " : ", naast ");
        }
        return text.append("wat eerder werd gezegd.").toString();
    }

    /** Paragraphs in which there is nothing to find. */
    static String neutral(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        int sentences = random.nextInt(1, 12);
        for (int i = 0; i < sentences; i++) {
            text.append(
                            one(
                                    random,
                                    List.of(
                                            "De commissie",
                                            "Een lid",
                                            "De voorzitter",
                                            "Het bestuur",
                                            "Niemand")))
                    .append(' ')
                    .append(one(random, List.of("sprak", "dacht", "schreef", "vroeg", "zweeg")))
                    .append(' ')
                    .append(
                            one(
                                    random,
                                    List.of(
                                            "lang over de zaak",
                                            "met anderen over het plan",
                                            "in alle rust",
                                            "tot ieders genoegen")))
                    .append(random.nextInt(4) == 0 ? ".\n\n" : ". ");
        }
        return text.toString().strip();
    }

    private static String citation(SplittableRandom random) {
        StringBuilder text = new StringBuilder(one(random, OPENINGS));
        int numbers = random.nextInt(1, 4);
        for (int i = 0; i < numbers; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? Integer.toString(random.nextInt(40_000))
                            : one(random, NUMBERS));
            text.append(random.nextInt(3) == 0 ? "" : one(random, LINKS));
        }
        return text.append(random.nextBoolean() ? random.nextInt(3_000) : one(random, NAMES))
                .toString();
    }

    private static String one(SplittableRandom random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
