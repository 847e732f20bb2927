package nl.beleidsradar.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.search.TestDocument;

/**
 * Documents and what may be asked of them, of Dutch words, compounds, accents, hyphens, numbers and
 * references, put together rightly and wrongly. One seed always gives the same.
 */
final class MadeArchive {

    private static final List<String> WORDS =
            List.of(
                    "klimaat",
                    "klimaatbeleid",
                    "Klimaatbeleids",
                    "kindertoeslagaffaire",
                    "kindertoeslag",
                    "affaires",
                    "stikstofdepositie",
                    "stikstof",
                    "depositie",
                    "cyberweerbaarheid",
                    "weerbaarheid",
                    "cyber",
                    "cyberaanvallen",
                    "aanval",
                    "aanvallen",
                    "motie",
                    "moties",
                    "Moties",
                    "wapens",
                    "wapen",
                    "advies",
                    "adviezen",
                    "covid-19",
                    "COVID",
                    "financi\u00eble",
                    "financiele",
                    "financie\u0308le",
                    "caf\u00e9",
                    "cafe\u0301s",
                    "e-mail",
                    "email",
                    "EU-landen",
                    "landen",
                    "Oekra\u00efne",
                    "CO2",
                    "CO\u2082",
                    "'s-Gravenhage",
                    "zo'n",
                    "auto\u2019s",
                    "foto's",
                    "A.B.C.",
                    "m.b.t.",
                    "1.200",
                    "3,5",
                    "55%",
                    "2030",
                    "34",
                    "919",
                    "34919",
                    "nr.",
                    "74",
                    "de",
                    "het",
                    "van",
                    "en",
                    "in",
                    "wet-",
                    "regelgeving",
                    "kli\u00admaat",
                    "co\u00f6rdinatie",
                    "coordinatie",
                    "\ud83d\ude00",
                    "\ufb01nanci\u00ebn",
                    "Stra\u00dfe",
                    "art.3",
                    "x_y",
                    "a/b",
                    "minister-president",
                    "president",
                    "Noord-Holland",
                    "veiligheid",
                    "veiligheidsregio",
                    "rijks\u00adoverheid",
                    "klimaat\u2011neutraal");
    private static final List<String> TYPED =
            List.of(
                    "34 919, nr. 74",
                    "kst-34919-74",
                    "Kamerstuk 36740-VI, nr. 12",
                    "36740-VI",
                    "2021Z08444",
                    "34919 74",
                    "ECLI:NL:HR:2019:2006");
    private static final List<String> PAPERS =
            List.of(
                    "kst-34919-74",
                    "kst-34919-A",
                    "kst-36740-VI-12",
                    "kst-36740-VI-12-b1",
                    "kst-36740-3",
                    "kst-20192020-35300-7",
                    "kst-34919-b",
                    "dossier:36740-VI",
                    "dossier:34919",
                    "2021Z08444",
                    "ECLI:NL:HR:2019:2006");
    private static final List<String> DOSSIERS = List.of("34919", "36740-VI", "36740", "35300");
    private static final List<String> SOURCES = List.of("tk", "ob", "canary");
    private static final List<String> TYPES = List.of("kamerbrief", "motie", "Overig stuk");
    private static final List<String> THEMES = List.of("klimaat", "cyber");

    private final SplittableRandom random;
    private final List<String> texts = new ArrayList<>();

    MadeArchive(long seed) {
        random = new SplittableRandom(seed);
    }

    List<TestDocument> documents(int number) {
        List<TestDocument> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(document(i));
        }
        return made;
    }

    private TestDocument document(int i) {
        String text = words(5 + random.nextInt(60));
        texts.add(text);
        TestDocument made =
                TestDocument.document(of(SOURCES) + ":" + (chance(8) ? "kst-34919-74" : "d") + i)
                        .title(words(1 + random.nextInt(5)))
                        .type(of(TYPES))
                        .text(text);
        if (chance(2)) {
            // Pages end where they like, also within a word.
            int first = random.nextInt(text.length());
            made.pages(0, first, first + random.nextInt(text.length() - first));
        }
        if (chance(4)) {
            made.dossier(of(DOSSIERS));
        }
        if (chance(4)) {
            made.self(ReferenceKind.KAMERSTUK, of(PAPERS.subList(0, 7)));
        }
        while (chance(2)) {
            made.cites(of(PAPERS), text.substring(0, 1));
        }
        for (String theme : THEMES) {
            if (chance(2)) {
                made.theme(theme, Strength.values()[random.nextInt(3)]);
            }
        }
        return made;
    }

    Follow follow() {
        boolean words = random.nextInt(10) < 8;
        return new Follow(
                chance(8) ? of(THEMES) : null,
                words ? query() : null,
                chance(words ? 20 : 2) ? of(DOSSIERS) : null,
                chance(words ? 20 : 2) ? of(PAPERS) : null,
                chance(10) ? of(SOURCES) : null,
                chance(10) ? of(TYPES) : null);
    }

    Strength least() {
        return chance(8) ? Strength.values()[random.nextInt(3)] : null;
    }

    private String query() {
        if (chance(12)) {
            return of(TYPED);
        }
        StringBuilder query = new StringBuilder();
        int terms = 1 + random.nextInt(3);
        for (int i = 0; i < terms; i++) {
            query.append(term()).append(chance(4) ? " OR " : chance(15) ? " AND " : " ");
        }
        return query.toString().strip();
    }

    private String term() {
        return switch (random.nextInt(12)) {
            case 0 -> "-" + of(WORDS);
            case 1, 2 -> "\"" + stretch() + "\"";
            case 3, 4 -> {
                String word = of(WORDS);
                yield word.substring(0, 1 + random.nextInt(word.length())) + "*";
            }
            case 5 -> "-\"" + stretch() + "\"";
            case 6 -> "(" + of(WORDS) + ")";
            case 7 -> of(List.of("-", "+", "\"", "*", "OR", "\"\"", "...", "!"));
            case 8 -> of(WORDS).toUpperCase(java.util.Locale.ROOT);
            default -> of(WORDS);
        };
    }

    /** Some words as they follow each other in a document, or nearly. */
    private String stretch() {
        String[] words = of(texts).split(" +");
        int from = random.nextInt(words.length);
        int to = Math.min(words.length, from + 1 + random.nextInt(3));
        String stretch = String.join(" ", List.of(words).subList(from, to));
        return chance(5) ? stretch + " " + of(WORDS) : stretch;
    }

    private String words(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            text.append(of(WORDS))
                    .append(chance(6) ? of(List.of(". ", ", ", "\n\n", "\n", "-\n")) : " ");
        }
        return text.toString();
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
