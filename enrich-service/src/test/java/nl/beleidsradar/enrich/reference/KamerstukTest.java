package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spellings of parliamentary papers and what reads like them, as government documents write them.
 */
class KamerstukTest {

    static Stream<Arguments> spellings() {
        return Stream.of(
                spelled("Kamerstuk 34919, nr. 74", "kst-34919-74"),
                spelled("kamerstuk 35 830 X, nr. 1", "kst-35830-X-1"),
                spelled("Kamerstuk 33 694, nrs. 43 en 59", "kst-33694-43", "kst-33694-59"),
                spelled("Kamerstuk 36 410-X-47", "kst-36410-X-47"),
                spelled("Kamerstuk 36600-XVI-176", "kst-36600-XVI-176"),
                spelled("Kamerstuk 26150/36180-223", "kst-26150-223"),
                spelled("Kamerstuk (36592-8)", "kst-36592-8"),
                spelled("Kamerstuk36740-J-2", "kst-36740-J-2"),
                spelled("Kamerstuk 36584,nr. 9", "kst-36584-9"),
                spelled("Kamerstuk 32802- 64", "kst-32802-64"),
                spelled("Kamerstuk 36360.6", "kst-36360-6"),
                spelled("Kamerstukken II, 2023/2024, 31 839, nr 874", "kst-31839-874"),
                spelled("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160", "kst-36410-XVI-160"),
                spelled("Kamerstukken 11, 1997/1998, 25 672 nr.3 pag.4", "kst-25672-3"),
                spelled("Kamerstukken II2015–16, 34 104, nr. 128", "kst-34104-128"),
                spelled("Kamerstukken II 2023–34, 23 235, nr. 240", "kst-23235-240"),
                spelled("TK 2023/24, 31 839, nr. 1024", "kst-31839-1024"),
                spelled(
                        "Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424 over",
                        "kst-26485-424"),
                spelled("zie 31.700XII, 6.", "kst-31700-XII-6"),
                spelled("Kamerstukken Tweede Kamer 31-700 XII nr 6", "kst-31700-XII-6"),
                spelled("(36 410-VI, nr. 87)", "kst-36410-VI-87"),
                spelled("motie op stuk nr. 206 (28 844)", "kst-28844-206"),
                spelled("op stuk nr. 292, 33576)", "kst-33576-292"),
                spelled("29683–282", "kst-29683-282"),
                spelled("motie 35.867, nummer 9", "kst-35867-9"),
                spelled("kamerstuknummer 33612, nr. 55", "kst-33612-55"),
                spelled("t.v.v. 36600-XV-108", "kst-36600-XV-108"),
                spelled("Bijlage 1 van kamerstuk 32 813, nr. 1395", "kst-32813-1395"),
                spelled(
                        "Kamerstukken II 2022/23, 26 643, nr. 940, bijlage 1062267",
                        "kst-26643-940",
                        "blg-1062267"),
                spelled("nrs. 43 en 59"),
                spelled(
                        "Kamerstukken II, 1984–1985, 18764, nrs. 1–3, blz. 29",
                        "kst-18764-1",
                        "kst-18764-2",
                        "kst-18764-3"),
                spelled(
                        "Kamerstukken II, 25 424, nr. 679, nr. 684 en 685",
                        "kst-25424-679",
                        "kst-25424-684",
                        "kst-25424-685"),
                spelled("Kamerstuk 33576-436 en 437", "kst-33576-436", "kst-33576-437"),
                spelled(
                        "Kamerstukken II 2020/21, 35 625, nr. 4, p. 12 en 13, en nr. 6",
                        "kst-35625-4",
                        "kst-35625-6"),
                spelled("Kamerstukken I 2018/19, 34 972, A", "kst-34972-A"),
                spelled("Kamerstuk 36 600 XVII, letter M", "kst-36600-XVII-M"),
                spelled("Kamerstuk 34775, J", "kst-34775-J"),
                spelled("Kamerstuk I 31 145 nummer AA", "kst-31145-AA"),
                spelled("Kamerstukken I 2009/10, 31 560, C", "kst-20092010-31560-C"),
                spelled("Kamerstukken I 2010/11, 31 560, C", "kst-31560-C"),
                spelled("Kamerstuk 36800-K", "dossier:36800-K"),
                spelled("Kamerstuk 36740-J-2", "kst-36740-J-2"),
                spelled("Kamerstuk 36700", "dossier:36700"),
                spelled("in 36740-VI staat", "dossier:36740-VI"),
                spelled("wetsvoorstel (34 165)", "dossier:34165"),
                spelled("Kamerstuk 36032-(R2162)", "dossier:36032"),
                spelled("Kamerstukken I 2003/04, 27 484 (R 1669), nr. 289", "kst-27484-289"),
                spelled("Kamerstuk 21501-02-3132", "kst-21501-02-3132"),
                spelled("Kamerstuk 21 501-20", "dossier:21501-20"),
                spelled("Kamerstuk 21501-02, nr. 2948", "kst-21501-02-2948"),
                spelled("21501–30, nr. 645", "kst-21501-30-645"),
                spelled("(Kamerstuk 36 471-64)", "kst-36471-64"),
                spelled("(36 471-64) op 7 juni", "kst-36471-64"),
                spelled("Kamerstuk 36 600-IX, nr. 12 (herdruk)", "kst-36600-IX-12"),
                spelled("Kamerstuk 25 424, nr. 691)16 over", "kst-25424-691"),
                spelled("1Kamerstukken II 2021/2022, 35 925 IV, nr. 26", "kst-35925-IV-26"),
                spelled("Kamerstukken 36 410 en 36 600, nr. 3", "kst-36410-3"),
                spelled(
                        "Kamerstukken II 2022/23, 36 200, nrs. 3, 5 en 7",
                        "kst-36200-3",
                        "kst-36200-5",
                        "kst-36200-7"),
                spelled(
                        "Kamerstukken II 2022/23, 36 200, nr. 3 t/m 5",
                        "kst-36200-3",
                        "kst-36200-4",
                        "kst-36200-5"),
                spelled(
                        "Kamerstukken II 2022/23, 36 200, nr. 3; 36 201, nr. 4",
                        "kst-36200-3",
                        "kst-36201-4"),
                spelled("Kamerstuk 27 februari 2024"),
                spelled("Kamerstuk 2025-2026"),
                spelled("Kamerstuk Onderzoek 2024"),
                spelled("t.v.v. de Milieuraad op 17 december 2020"),
                spelled("2515 XP Den Haag"),
                spelled("Postbus 20061"),
                spelled("60 000 militairen"),
                spelled("€ 33.000 en 10.000 kg"),
                spelled("van 2022–2023 30.246 jongeren"),
                spelled("EN16941–1"),
                spelled("(CCD II)"),
                spelled("ISSN 0921 - 7398"),
                spelled("ISO 27001-2 en IEC 62443-3"),
                spelled("Kamerstuk 36 410, nr. 5 en 12 moties", "kst-36410-5"),
                spelled("(Kamerstuk 33 529, nr. 1278) - 17 maart 2025", "kst-33529-1278"),
                spelled("2023-\n\n20272"),
                spelled("bij motie (36 410-XIII, nr.\n17) verzocht", "kst-36410-XIII-17"),
                spelled("Kamerstuk 36 197,\nnr. 15", "kst-36197-15"),
                spelled("Kamerstuk 36 410\u00a0VIII, nr.\u00a0106", "kst-36410-VIII-106"),
                spelled("Kamer\u00adstuk 36 410, nr. 106", "kst-36410-106"),
                spelled("Kamer-\nstuk 36 410, nr. 106", "kst-36410-106"),
                spelled("Kamerstukken I 2021/22, 35 896, nr. A en B", "kst-35896-A", "kst-35896-B"),
                spelled("EK 2014-2015, 31 145, AA", "kst-31145-AA"),
                spelled("Kamerstukken II 2023/24, 36 410 X, nr. 2, p. 5", "kst-36410-X-2"),
                spelled("Kamerstuk 21 501‑28, nr. 262", "kst-21501-28-262"),
                spelled("Kamerstuk 33 279 nr. 38", "kst-33279-38"),
                spelled("Kamerstuk 29 521, nummer 473", "kst-29521-473"),
                spelled(
                        "(Kamerstukken 27 830 en 31 125, nrs. 421 en 122)",
                        "kst-27830-421",
                        "kst-27830-122"),
                spelled("Kst. 36 045, nr. 12", "kst-36045-12"),
                spelled("TK 36 045, nr. 12", "kst-36045-12"),
                spelled("Kamerbrief 36 045 nr. 12", "kst-36045-12"),
                spelled("Kamerstukken II 1966/67, 8990, nr. 3", "kst-8990-3"),
                spelled("motie nr. 47 (36 800)", "kst-36800-47"),
                spelled("Kamerstuk II, 36 600 X, nr. 74", "kst-36600-X-74"),
                spelled(
                        "Kamerstukken II, vergaderjaar 2022-2023, 36 200-X, nr. 66, en 31 125, nr. 119",
                        "kst-36200-X-66",
                        "kst-31125-119"),
                spelled("in de periode 2020-2030 en 12 500-15 000 woningen"),
                spelled("voor 25 000-300 mensen"),
                spelled("telefoon 070-3486486 of 06-12345678"),
                spelled("IBAN NL91ABNA0417164300"),
                spelled("Kamerstuknummers 33 279-38 en 33 279-39", "kst-33279-38", "kst-33279-39"),
                spelled(
                        "de Kamerstukken 27925, 29521 en 28676",
                        "dossier:27925",
                        "dossier:29521",
                        "dossier:28676"),
                spelled(
                        "kamerstuk 27925, nr. 876 en 27925, nr. 880",
                        "kst-27925-876",
                        "kst-27925-880"),
                spelled("Kamerstuk 27925 (nr. 876)", "kst-27925-876"),
                spelled("Kamerstuk 36 410 hoofdstuk X, nr. 5", "kst-36410-X-5"),
                spelled("Kamerstuk 36410 (X), nr. 5", "kst-36410-X-5"),
                spelled("Kamerstuk 36410X, nr. 5", "kst-36410-X-5"),
                spelled("Kamerstuk 36.410 X, nr. 5", "kst-36410-X-5"),
                spelled("Kamerstuk nr. 27 925-876", "kst-27925-876"),
                spelled("Kamerstukken I, 2019–2020, 35 300 X, B", "kst-35300-X-B"),
                spelled("Kamerstukken II (2020-2021), 35 570 X, nr. 2", "kst-35570-X-2"),
                spelled("Kamerstuk 21501-362-1701"),
                spelled("volgens EN 14511-2 en NEN 20104-1"),
                spelled("Stcrt. 2025, 23904", "stcrt-2025-23904"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void readsEverySpelling(String text, List<String> canonicals) {
        assertThat(Finder.canonicals(text)).isEqualTo(canonicals);
    }

    @Test
    void readsOverTheFootersOfAPageThatStandBetweenTheHalves() {
        String text =
                """
                Zie Kamerstuk 36 410 VIII,
                ah-tk-20232024-1432
                ISSN 0921 - 7398
                ’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2
                nr. 106 over cultuur.
                """;
        assertThat(Finder.canonicals(text)).contains("kst-36410-VIII-106", "ah-tk-20232024-1432");
    }

    @Test
    void givesTheEntriesOfAListItsWholeSpan() {
        List<Reference> found = Finder.in("Zie Kamerstuk 33 694, nrs. 43 en 59.");
        assertThat(found)
                .extracting(Reference::text)
                .containsOnly("Kamerstuk 33 694, nrs. 43 en 59");
        assertThat(found).extracting(Reference::start).containsOnly(4);
        assertThat(found).extracting(Reference::end).containsOnly(35);
    }

    @Test
    void linksADossierToTheDossierAndAPaperToThePaper() {
        assertThat(Finder.in("Kamerstuk 36740-VI").getFirst().url())
                .isEqualTo("https://zoek.officielebekendmakingen.nl/dossier/36740-VI");
        assertThat(Finder.in("Kamerstuk 36740-VI").getFirst().kind())
                .isEqualTo(ReferenceKind.DOSSIER);
        assertThat(Finder.in("Kamerstuk 36740-VI-2").getFirst().url())
                .isEqualTo("https://zoek.officielebekendmakingen.nl/kst-36740-VI-2.html");
    }

    private static Arguments spelled(String text, String... canonicals) {
        return Arguments.of(text, List.of(canonicals));
    }
}
