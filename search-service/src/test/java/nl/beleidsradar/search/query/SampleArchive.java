package nl.beleidsradar.search.query;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import org.jspecify.annotations.Nullable;

/** A hand-written archive of a few documents, so that pages can be tested without a server. */
public class SampleArchive extends DocumentSearch {

    public static final String LETTER = "folder:navo-verslag";
    public static final String LONG = "folder:lang";
    public static final String HOSTILE = "upload:vijandig";

    private static final String LETTER_TEXT =
            """
            Verslag van de NAVO-bijeenkomst

            Nederland ziet mogelijkheden om de samenwerking te verbeteren op het gebied van \
            cyberweerbaarheid, klimaat en militaire mobiliteit. De bijdrage is u eerder \
            toegekomen (Kamerstuk 2021Z08444), zie ook Kamerstuk 33 694, nrs. 43 en 59.

            Dit verslag heeft kenmerk BZDOC-1263270424-59 en vervangt Kamerstuk 28 676, nr. 358.

            Klimaatverandering

            De ministers spraken over de gevolgen van klimaatverandering voor de veiligheid.
            """;

    public boolean down;
    public boolean empty;
    public @Nullable SearchQuery asked;

    public SampleArchive() {
        super(null, null, null);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        available();
        asked = query;
        List<SearchPage.Hit> hits = new ArrayList<>();
        if (!empty && query.page() <= 3) {
            hits.add(letterHit());
            hits.add(hostileHit());
        }
        return new SearchPage(
                empty ? 0 : 1_242,
                12,
                query.page(),
                query.size(),
                hits,
                facets(),
                empty ? "klimaat" : null);
    }

    @Override
    public FollowPreview preview(Follow follow, @Nullable Strength minStrength) {
        available();
        LocalDate from = LocalDate.of(2026, 8, 23);
        List<FollowPreview.Week> weeks = new ArrayList<>();
        for (int week = 0; week < FollowPreview.WEEKS; week++) {
            weeks.add(new FollowPreview.Week(from.plusWeeks(week), empty ? 0 : 96));
        }
        return new FollowPreview(
                from,
                LocalDate.of(2026, 11, 21),
                empty ? 0 : 1_248,
                empty ? 0 : 95.4,
                weeks,
                empty
                        ? List.of()
                        : List.of(
                                new FollowPreview.Found(
                                        LETTER,
                                        "Verslag van de NAVO ministeriële bijeenkomst",
                                        LocalDate.of(2026, 11, 20),
                                        "de <mark>weerbaarheid</mark> van de NAVO",
                                        2)));
    }

    private static SearchPage.Hit letterHit() {
        return new SearchPage.Hit(
                LETTER,
                "Verslag van de NAVO ministeriële bijeenkomst van 1 juni 2021",
                "kamerbrief",
                "folder",
                LocalDate.of(2021, 6, 4),
                null,
                3.5,
                List.of(
                        new SearchPage.Theme("cyber", Strength.MAIN),
                        new SearchPage.Theme("klimaat", Strength.SECTION),
                        new SearchPage.Theme("militaire-mobiliteit", Strength.MENTION)),
                List.of(
                        new SearchPage.Snippet(
                                "op het gebied van cyber<mark>weerbaarheid</mark>, klimaat en defensie",
                                12),
                        new SearchPage.Snippet("de <mark>weerbaarheid</mark> van de NAVO", 2),
                        new SearchPage.Snippet("en de <mark>weerbaarheid</mark> hier", null)));
    }

    private static SearchPage.Hit hostileHit() {
        return new SearchPage.Hit(
                HOSTILE,
                "<script>alert('titel')</script>",
                "<b>soort</b>",
                "upload",
                null,
                "javascript:alert(1)",
                1,
                List.of(),
                List.of(
                        new SearchPage.Snippet(
                                "<img src=x onerror=alert(1)><mark>x</mark>", null)));
    }

    private static SearchPage.Facets facets() {
        return new SearchPage.Facets(
                List.of(
                        new SearchPage.Bucket("cyber", 800),
                        new SearchPage.Bucket("klimaat", 1_100),
                        new SearchPage.Bucket("militaire-mobiliteit", 12)),
                List.of(new SearchPage.Bucket("folder", 1_240), new SearchPage.Bucket("upload", 2)),
                List.of(
                        new SearchPage.Bucket("kamerbrief", 1_000),
                        new SearchPage.Bucket("motie", 242)),
                List.of(new SearchPage.Bucket("2024", 40), new SearchPage.Bucket("2021", 1_202)),
                List.of(new SearchPage.Bucket("34919", 9), new SearchPage.Bucket("36740-VI", 3)));
    }

    @Override
    public Optional<DocumentView> document(String id) {
        available();
        return switch (id) {
            case LETTER -> Optional.of(letter());
            case LONG -> Optional.of(longDocument());
            case HOSTILE -> Optional.of(hostile());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> text(String id) {
        available();
        return switch (id) {
            case LETTER -> Optional.of(LETTER_TEXT);
            case LONG -> Optional.of(longText());
            case HOSTILE -> Optional.of("<script>alert('tekst')</script> & meer");
            default -> Optional.empty();
        };
    }

    /** 5 MB, a page each 3,000 characters. */
    private static String longText() {
        return "Een zin van een lange tekst over niets.\n".repeat(130_000);
    }

    private static List<Integer> longPages() {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < 130_000 * 40; start += 3_000) {
            starts.add(start);
        }
        return starts;
    }

    private static DocumentView letter() {
        Passage first =
                passage(
                        "cyberweerbaarheid, klimaat en militaire mobiliteit",
                        List.of("klimaat"),
                        false);
        return view(
                LETTER,
                "Verslag van de NAVO ministeriële bijeenkomst van 1 juni 2021",
                "kamerbrief",
                List.of(0, LETTER_TEXT.indexOf("Klimaatverandering")),
                List.of(
                        new ThemeTag(
                                "cyber",
                                Strength.MAIN,
                                List.of(
                                        passage(
                                                "op het gebied van cyberweerbaarheid",
                                                List.of("cyberweerbaarheid"),
                                                true))),
                        new ThemeTag(
                                "klimaat",
                                Strength.SECTION,
                                List.of(
                                        first,
                                        passage(
                                                "De ministers spraken over de gevolgen van klimaatverandering voor de veiligheid.",
                                                List.of(),
                                                true))),
                        new ThemeTag(
                                "militaire-mobiliteit",
                                Strength.MENTION,
                                List.of(
                                        passage(
                                                "militaire mobiliteit",
                                                List.of("militaire mobiliteit"),
                                                false)))),
                List.of(
                        reference(
                                ReferenceKind.TK_NUMMER,
                                "2021Z08444",
                                "Kamerstuk 2021Z08444",
                                Reference.Role.CITED,
                                null),
                        reference(
                                ReferenceKind.KAMERSTUK,
                                "kst-33694-43",
                                "Kamerstuk 33 694, nrs. 43 en 59",
                                Reference.Role.CITED,
                                "folder:kst"),
                        reference(
                                ReferenceKind.KAMERSTUK,
                                "kst-33694-59",
                                "Kamerstuk 33 694, nrs. 43 en 59",
                                Reference.Role.CITED,
                                null),
                        reference(
                                ReferenceKind.MINISTERIE_KENMERK,
                                "BZDOC-1263270424-59",
                                "BZDOC-1263270424-59",
                                Reference.Role.SELF,
                                null),
                        reference(
                                ReferenceKind.KAMERSTUK,
                                "kst-28676-358",
                                "Kamerstuk 28 676, nr. 358",
                                Reference.Role.PREVIOUS_VERSION,
                                null)),
                List.of(
                        new CitedBy(
                                "folder:raad",
                                "Geannoteerde agenda Raad Buitenlandse Zaken",
                                LocalDate.of(2021, 9, 1),
                                "Zie het verslag BZDOC-1263270424-59 van die bijeenkomst.",
                                Reference.Role.CITED)));
    }

    private static DocumentView longDocument() {
        return view(
                LONG, "Een lang document", "verslag", longPages(), List.of(), List.of(), List.of());
    }

    private static DocumentView hostile() {
        return view(
                HOSTILE,
                "<script>alert('titel')</script>",
                "<b>soort</b>",
                List.of(),
                List.of(),
                List.of(
                        new Reference(
                                ReferenceKind.URL,
                                "javascript:alert(2)",
                                "meer",
                                36,
                                40,
                                null,
                                Reference.Role.CITED,
                                "javascript:alert(2)",
                                null,
                                null)),
                List.of());
    }

    private static final Copy COPY = new Copy("ob:kst-28676-99", "ob", LocalDate.of(2021, 6, 2));

    private static DocumentView view(
            String id,
            String title,
            String type,
            List<Integer> pages,
            List<ThemeTag> themes,
            List<Reference> references,
            List<CitedBy> citedBy) {
        Instant retrieved = Instant.parse("2026-11-20T10:15:00Z");
        return new DocumentView(
                id,
                id,
                id.equals(LETTER) ? List.of("28676") : List.of(),
                List.of(
                        new DocumentView.Version(
                                "sha256-" + "a".repeat(64), retrieved.minusSeconds(86_400)),
                        new DocumentView.Version("sha256-" + "b".repeat(64), retrieved)),
                id.equals(LETTER) ? List.of(COPY.id()) : List.of(),
                id.equals(LETTER) ? List.of(COPY) : List.of(),
                id.equals(LETTER) ? COPY : new Copy(id, "folder", null),
                title,
                type,
                id.substring(0, id.indexOf(':')),
                id.equals(HOSTILE) ? "javascript:alert(1)" : "https://www.rijksoverheid.nl/verslag",
                id.equals(HOSTILE) ? null : LocalDate.of(2021, 6, 4),
                retrieved,
                "nl",
                pages,
                Map.of("fileName", List.of("verslag.pdf")),
                null,
                themes,
                references,
                citedBy,
                citedBy.size(),
                new Extraction(
                        "tika 3",
                        "application/pdf",
                        false,
                        id.equals(LONG) ? List.of("embedded-limit") : List.of()));
    }

    private static Passage passage(String text, List<String> terms, boolean about) {
        int start = LETTER_TEXT.indexOf(text);
        return new Passage(start, start + text.length(), 1, text, terms, about, null);
    }

    private static Reference reference(
            ReferenceKind kind,
            String canonical,
            String text,
            Reference.Role role,
            @Nullable String held) {
        int start = LETTER_TEXT.indexOf(text);
        String url = "https://zoek.officielebekendmakingen.nl/" + canonical;
        return new Reference(
                kind, canonical, text, start, start + text.length(), 1, role, url, held, null);
    }

    @Override
    public ReferenceView reference(String canonical) {
        available();
        boolean known =
                canonical.equals("kst-34919-74")
                        || canonical.equals("dossier:34919")
                        || canonical.equals("a/b");
        return new ReferenceView(
                canonical,
                known ? ReferenceKind.KAMERSTUK : null,
                known ? "https://zoek.officielebekendmakingen.nl/" + canonical : null,
                canonical.equals("a/b")
                        ? new ReferenceView.Held(
                                LETTER, "Verslag van de NAVO", "verslag", "folder", null, null)
                        : null,
                known ? letter().citedBy() : List.of(),
                known ? 1 : 0);
    }

    private void available() {
        if (down) {
            throw ElasticsearchUnavailable.because("sample", new IOException("down"));
        }
    }
}
