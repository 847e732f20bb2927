package nl.beleidsradar.search.match;

import static nl.beleidsradar.search.TestDocument.document;
import static nl.beleidsradar.search.match.SubscriptionsOf.active;
import static nl.beleidsradar.search.match.SubscriptionsOf.atLeast;
import static nl.beleidsradar.search.match.SubscriptionsOf.dossier;
import static nl.beleidsradar.search.match.SubscriptionsOf.of;
import static nl.beleidsradar.search.match.SubscriptionsOf.query;
import static nl.beleidsradar.search.match.SubscriptionsOf.reference;
import static nl.beleidsradar.search.match.SubscriptionsOf.theme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.AlertCandidate.Reason;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.TestDocument;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AlertMatcherTest {

    private static final String TEXT =
            """
            Klimaatbeleid

            De minister schrijft over het klimaatbeleid, zie Kamerstuk 34 919, nr. 74 van vorig jaar. \
            Zij noemt ook cyberweerbaarheid. Daarna volgt niets meer.

            Het kabinet blijft bij het klimaat en
            bij cyber. Een slotzin over niets.
            """;

    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final AlertMatcher matcher =
            new AlertMatcher(
                    subscriptions,
                    (id, version, message) -> broken.put(id, message),
                    new MatchSettings(200, DataSize.ofMegabytes(6)));

    @AfterEach
    void close() {
        matcher.destroy();
    }

    @Test
    void tellsEachSentenceWithAWordOfTheQueryInOrder() {
        follow(active("a", query("klimaat cyber -motie")));

        AlertCandidate candidate = one(document("tk:1").text(TEXT));

        Reason reason = candidate.reasons().getFirst();
        assertThat(reason.subject())
                .isEqualTo(new Subject(Subject.Kind.QUERY, "klimaat cyber -motie"));
        assertThat(reason.followers()).extracting(AlertCandidate.Follower::id).containsExactly("a");
        assertThat(reason.mentions())
                .extracting(Mention::passage)
                .containsExactly(
                        "Klimaatbeleid",
                        "De minister schrijft over het klimaatbeleid, zie Kamerstuk 34 919, nr. 74"
                                + " van vorig jaar.",
                        "Zij noemt ook cyberweerbaarheid.",
                        "Het kabinet blijft bij het klimaat en\nbij cyber.");
        assertThat(reason.mentions().getLast().terms())
                .containsExactlyInAnyOrder("klimaat", "cyber");
        assertThat(reason.mentions().get(2).terms()).containsExactly("cyber");
        assertThat(candidate.document().id()).isEqualTo("tk:1");
        assertThat(candidate.recipient()).isEqualTo("local/inbox");
        assertThat(candidate.version()).isEqualTo((1L << 20) + 1);
    }

    @Test
    void givesAPhraseAcrossSentencesToThatOfItsFirstWord() {
        follow(active("a", query("\"niets meer Het kabinet\"")));

        assertThat(passages(document("tk:1").text(TEXT)))
                .containsExactly("Daarna volgt niets meer.");
    }

    @Test
    void findsPlacesInLaterChunksAndOnTheirPages() {
        String page = "Een bladzijde over niets bijzonders. ".repeat(40);
        String text = page + page + "Hier staat stikstof. Klaar.";
        follow(active("a", query("stikstof")));

        Mention mention =
                one(document("tk:1").text(text).pages(0, page.length(), 2 * page.length()))
                        .reasons()
                        .getFirst()
                        .mentions()
                        .getFirst();

        assertThat(mention.passage()).isEqualTo("Hier staat stikstof.");
        assertThat(mention.page()).isEqualTo(3);
        assertThat(mention.terms()).containsExactly("stikstof");
    }

    @Test
    void findsPlacesBehindAnEmptyPage() {
        String text = "  \n\n  Hier staat stikstof. Klaar.";
        follow(active("a", query("stikstof")));

        assertThat(passages(document("tk:1").text(text).pages(0, 4)))
                .containsExactly("Hier staat stikstof.");
    }

    @Test
    void tellsATitleFirst() {
        follow(active("a", query("cyber*")));

        assertThat(passages(document("tk:1").title("Brief over cyberwapens").text(TEXT)))
                .containsExactly(
                        "Brief over cyberwapens",
                        "Zij noemt ook cyberweerbaarheid.",
                        "Het kabinet blijft bij het klimaat en\nbij cyber.");
    }

    @Test
    void tellsASentenceOfASubjectOnce() {
        follow(active("a", query("stikstof")));

        assertThat(
                        passages(
                                document("tk:1")
                                        .text("Over stikstof.\n\nDit niet.\n\nOver stik-\nstof.")))
                .containsExactly("Over stikstof.");
    }

    @Test
    void tellsOfAThemeTheSentencesWithItsTerms() {
        follow(active("a", theme("klimaat")));
        int from = TEXT.indexOf("De minister");
        int to = TEXT.indexOf("Het kabinet");

        assertThat(
                        passages(
                                document("tk:1")
                                        .text(TEXT)
                                        .theme(
                                                "klimaat",
                                                Strength.MAIN,
                                                from,
                                                to,
                                                "klimaatbeleid")))
                .containsExactly(
                        "De minister schrijft over het klimaatbeleid, zie Kamerstuk 34 919, nr. 74"
                                + " van vorig jaar.");
        assertThat(passages(document("tk:2").text(TEXT).theme("klimaat", Strength.MAIN, from, to)))
                .hasSize(3)
                .contains("Daarna volgt niets meer.");
    }

    @Test
    void takesTheLeastStrengthOfTheThemeOrOfAny() {
        follow(
                atLeast("theme", theme("klimaat"), Strength.SECTION),
                atLeast("any", query("stikstof"), Strength.SECTION));
        String text = "Over stikstof.";

        assertThat(ids(document("tk:1").text(text).theme("klimaat", Strength.MENTION))).isEmpty();
        assertThat(ids(document("tk:2").text(text).theme("klimaat", Strength.SECTION)))
                .containsExactly("any", "theme");
        assertThat(ids(document("tk:3").text(text).theme("klimaat", Strength.MAIN)))
                .containsExactly("any", "theme");
        assertThat(
                        ids(
                                document("tk:4")
                                        .text(text)
                                        .theme("klimaat", Strength.MENTION)
                                        .theme("cyber", Strength.MAIN)))
                .containsExactly("any");
    }

    @Test
    void needsAllPartsAndTellsOfQueryAndTheme() {
        follow(
                active(
                        "a",
                        new Follow("klimaat", "cyber", null, "kst-34919-74", "tk", "kamerbrief")));

        assertThat(ids(full("tk:1"))).containsExactly("a");
        assertThat(one(full("tk:1")).reasons())
                .extracting(r -> r.subject().kind())
                .containsExactly(Subject.Kind.THEME, Subject.Kind.QUERY);
        assertThat(ids(full("tk:1").type("motie"))).isEmpty();
        assertThat(ids(full("ob:1"))).isEmpty();
        assertThat(ids(document("tk:1").text(TEXT).theme("klimaat", Strength.MAIN))).isEmpty();
        assertThat(
                        ids(
                                document("tk:1")
                                        .text(TEXT)
                                        .cites("kst-34919-74", "Kamerstuk 34 919, nr. 74")))
                .isEmpty();
    }

    private static TestDocument full(String id) {
        return document(id)
                .text(TEXT)
                .theme("klimaat", Strength.MAIN)
                .cites("kst-34919-74", "Kamerstuk 34 919, nr. 74");
    }

    @Test
    void tellsWhereAPaperIsCited() {
        follow(
                active("reference", reference("kst-34919-74")),
                active("typed", query("34 919 nr. 74")));

        List<Reason> reasons = one(full("tk:1")).reasons();

        assertThat(reasons)
                .extracting(r -> r.subject().kind())
                .containsExactly(Subject.Kind.QUERY, Subject.Kind.REFERENCE);
        assertThat(reasons.getLast().mentions())
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.passage()).startsWith("De minister schrijft");
                    assertThat(m.terms()).containsExactly("Kamerstuk 34 919, nr. 74");
                });
    }

    @Test
    void tellsOfADossierItsPapersOnceAndWhoCitesThem() {
        follow(active("a", dossier("34919")));

        Mention paper =
                one(document("tk:1").self(ReferenceKind.KAMERSTUK, "kst-34919-75"))
                        .reasons()
                        .getFirst()
                        .mentions()
                        .getFirst();
        Mention copy =
                one(document("ob:kst-34919-75").title("Anders"))
                        .reasons()
                        .getFirst()
                        .mentions()
                        .getFirst();

        assertThat(paper.fingerprint()).isEqualTo(copy.fingerprint());
        assertThat(passages(full("tk:2"))).singleElement().asString().startsWith("De minister");
        assertThat(ids(document("tk:3").cites("kst-34919-XV-2", "Niets"))).isEmpty();
    }

    @Test
    void makesOneCandidateARecipientWithAllReasons() {
        follow(
                of("a", "anna", query("klimaat")),
                of("b", "anna", query("klimaat")),
                of("c", "anna", query("cyber")),
                of("d", "bram", query("cyber")),
                of("e", "bram", query("onvindbaar")));

        List<AlertCandidate> candidates = match(document("tk:1").text(TEXT));

        assertThat(candidates)
                .extracting(AlertCandidate::recipient)
                .containsExactly("anna/inbox", "bram/inbox");
        assertThat(candidates.getFirst().reasons())
                .extracting(r -> r.followers().stream().map(AlertCandidate.Follower::id).toList())
                .containsExactly(List.of("c"), List.of("a", "b"));
    }

    @Test
    void heedsChangesAtOnceAndNeitherPausedNorBrokenOnes() {
        follow(
                active("a", query("klimaat")),
                SubscriptionsOf.in(Subscription.State.PAUSED, "b", query("klimaat")),
                SubscriptionsOf.in(Subscription.State.BROKEN, "c", query("klimaat")));
        assertThat(ids(document("tk:1").text(TEXT))).containsExactly("a");

        follow(
                SubscriptionsOf.in(Subscription.State.PAUSED, "a", query("klimaat")),
                active("b", query("klimaat")));
        assertThat(ids(document("tk:1").text(TEXT))).containsExactly("b");

        follow(active("b", query("onvindbaar")), active("c", query("cyber")));
        assertThat(ids(document("tk:1").text(TEXT))).containsExactly("c");

        subscriptions.take("c", null);
        assertThat(match(document("tk:1").text(TEXT))).isEmpty();
        assertThat(matcher.stored()).isEqualTo(1);
    }

    @Test
    void aPureExclusionIsAboutTheDocumentAsAWhole() {
        follow(active("a", query("-motie")));

        assertThat(passages(document("tk:1").title("Brief").text(TEXT))).containsExactly("Brief");
        assertThat(match(document("tk:1").text("Een motie."))).isEmpty();
    }

    @Test
    void knowsWhatAnEarlierVersionSaid() {
        follow(active("a", query("klimaat")));
        TestDocument second = document("tk:1").text(TEXT + "\nNieuw over klimaat.").sequence(2);

        List<Mention> mentions =
                matcher.match(second.event(), second.event().document().text(), List.of(TEXT))
                        .getFirst()
                        .reasons()
                        .getFirst()
                        .mentions();

        assertThat(mentions).extracting(Mention::standing).containsExactly(true, true, true, false);
        assertThat(mentions)
                .extracting(m -> m.passage() != null)
                .containsExactly(false, false, false, true);
    }

    @Test
    void readsNoEarlierVersionWithoutNeed() {
        Iterable<String> never =
                () -> {
                    throw new UncheckedIOException(new IOException("away"));
                };
        follow(active("a", query("klimaat")));
        DocumentEnriched first = document("tk:1").text(TEXT).event();
        DocumentEnriched other = document("tk:2").text("Niets.").sequence(2).event();
        DocumentEnriched second = document("tk:1").text(TEXT).sequence(2).event();

        assertThat(matcher.match(first, TEXT, never)).hasSize(1);
        assertThat(matcher.match(other, "Niets.", never)).isEmpty();
        assertThatThrownBy(() -> matcher.match(second, TEXT, never))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(broken).isEmpty();
        assertThat(matcher.match(second, TEXT, List.of())).hasSize(1);
    }

    @Test
    void marksLetterhead() {
        follow(active("a", query("defensie")));

        assertThat(
                        one(document("tk:1")
                                        .text("Ministerie van Defensie\n\nDefensie koopt schepen."))
                                .reasons()
                                .getFirst()
                                .mentions())
                .extracting(Mention::procedural)
                .containsExactly(true, false);
    }

    @Test
    void reportsAQueryThatCannotBeReadAndMatchesTheRest() {
        follow(
                active("goed", query("klimaat")),
                active("fout", new Follow(null, null, null, null, "x".repeat(40_000), null)));

        assertThat(ids(document("tk:1").text(TEXT))).containsExactly("goed");
        assertThat(broken).containsOnlyKeys("fout");
        assertThat(broken.get("fout")).contains("zoekvraag");
    }

    @Test
    void takesQueriesThatTheIndexTakes() {
        String many =
                IntStream.range(0, 330)
                        .mapToObj(i -> "w" + i % 10)
                        .collect(Collectors.joining(" OR "));
        String dashes = IntStream.range(0, 500).mapToObj(i -> "a").collect(Collectors.joining("-"));
        follow(
                active("many", query(many + " OR klimaat")),
                active("prefix", query("kl*")),
                active("dashes", query(dashes)));
        String text =
                IntStream.range(0, 30_000)
                        .mapToObj(i -> "kl" + Integer.toString(i, 36))
                        .collect(Collectors.joining(" "));

        assertThat(ids(document("tk:1").text(text + " klimaat"))).containsExactly("many", "prefix");
        assertThat(broken).isEmpty();
    }

    @Test
    void showsTheFirstPassagesAndTellsAll() {
        follow(active("a", query("klimaat")));
        String text =
                IntStream.range(0, 500)
                        .mapToObj(i -> "Het klimaat is " + i + ".")
                        .collect(Collectors.joining("\n\n"));

        List<Mention> mentions = one(document("tk:1").text(text)).reasons().getFirst().mentions();

        assertThat(mentions).hasSize(500);
        assertThat(mentions.stream().filter(m -> m.passage() != null)).hasSize(200);
    }

    @Test
    void splitsWhatWouldBeTooLargeAndLosesNothing() {
        follow(active("a", query("klimaat")), active("b", query("is OR klimaat")));
        int sentences = 90_000;
        String text =
                IntStream.range(0, sentences)
                        .mapToObj(i -> "Het klimaat is " + i + ".\n\n")
                        .collect(Collectors.joining());

        List<AlertCandidate> candidates = match(document("tk:1").text(text));

        assertThat(candidates.size()).isGreaterThan(1);
        assertThat(candidates)
                .allMatch(c -> c.recipient().equals("local/inbox"))
                .allMatch(c -> EventJson.write(c).length < 8 * 1024 * 1024)
                .allMatch(c -> c.version() == candidates.getFirst().version());
        Map<Subject, Long> told =
                candidates.stream()
                        .flatMap(c -> c.reasons().stream())
                        .collect(
                                Collectors.groupingBy(
                                        Reason::subject,
                                        Collectors.summingLong(r -> r.mentions().size())));
        assertThat(told.values()).containsExactly((long) sentences, (long) sentences);
    }

    private void follow(Subscription... all) {
        for (Subscription s : all) {
            subscriptions.take(s.id(), s);
        }
    }

    private List<AlertCandidate> match(TestDocument document) {
        DocumentEnriched event = document.event();
        return matcher.match(event, Objects.requireNonNull(event.document().text()), List.of());
    }

    private AlertCandidate one(TestDocument document) {
        List<AlertCandidate> candidates = match(document);
        assertThat(candidates).hasSize(1);
        return candidates.getFirst();
    }

    private List<String> passages(TestDocument document) {
        return one(document).reasons().getFirst().mentions().stream()
                .map(Mention::passage)
                .toList();
    }

    private List<String> ids(TestDocument document) {
        List<String> ids = new ArrayList<>();
        match(document)
                .forEach(
                        c -> c.reasons().forEach(r -> r.followers().forEach(f -> ids.add(f.id()))));
        return ids.stream().distinct().sorted().toList();
    }
}
