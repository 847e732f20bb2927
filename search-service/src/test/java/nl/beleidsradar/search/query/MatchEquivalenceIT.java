package nl.beleidsradar.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.TestArchive;
import nl.beleidsradar.search.TestDocument;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.search.match.AlertMatcher;
import nl.beleidsradar.search.match.MatchSettings;
import nl.beleidsradar.search.match.SubscriptionsOf;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A subscription matches a document if and only if a search for the same finds it. */
@Tag("once")
class MatchEquivalenceIT {

    private static final int QUERIES = 300;
    private static final int DOCUMENTS = 60;
    private static final Path SAMPLES =
            Path.of(System.getProperty("beleidsradar.repository", ".."), "seeds", "documents");

    private final List<String> broken = new ArrayList<>();

    @Test
    void matchingAndSearchingAgree(@TempDir Path store) throws IOException {
        var made = new MadeArchive(20261121);
        List<TestDocument> documents = new ArrayList<>(made.documents(DOCUMENTS));
        documents.addAll(samples());
        Map<String, Follow> follows = new HashMap<>();
        Map<String, Strength> least = new HashMap<>();
        for (int i = 0; i < QUERIES; i++) {
            follows.put("q" + i, made.follow());
            least.put("q" + i, made.least());
        }
        try (var archive = new TestArchive(store)) {
            assertThat(archive.put(documents.toArray(TestDocument[]::new)))
                    .allMatch(o -> o instanceof IndexOutcome.Indexed);
            Set<String> matched = matched(documents, follows, least);
            Set<String> found = new HashSet<>();
            follows.forEach((id, follow) ->
                    found(archive, follow, least.get(id)).forEach(d -> found.add(id + " " + d)));

            int decisions = QUERIES * documents.size();
            System.out.printf(
                    "matching against search: %d decisions, %d yes, %d no%n",
                    decisions, found.size(), decisions - found.size());
            assertThat(found.size()).isBetween(decisions / 50, decisions / 2);
            assertThat(described(difference(matched, found), follows, least))
                    .as("matched, not found")
                    .isEmpty();
            assertThat(described(difference(found, matched), follows, least))
                    .as("found, not matched")
                    .isEmpty();
            assertThat(broken).isEmpty();
        }
    }

    private static List<TestDocument> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .limit(10)
                    .map(f -> {
                        try {
                            return TestDocument.document(
                                            "folder:s"
                                                    + f.getFileName()
                                                            .toString()
                                                            .replaceAll("\\W", ""))
                                    .text(Files.readString(f));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private Set<String> matched(
            List<TestDocument> documents,
            Map<String, Follow> follows,
            Map<String, Strength> least) {
        var subscriptions = new Subscriptions();
        var matcher =
                new AlertMatcher(
                        subscriptions,
                        (id, version, message) -> broken.add(id),
                        new MatchSettings(200, DataSize.ofMegabytes(6)));
        follows.forEach((id, follow) -> {
            Subscription s = SubscriptionsOf.atLeast(id, follow, least.get(id));
            subscriptions.take(id, s);
        });
        Set<String> matched = new HashSet<>();
        for (TestDocument document : documents) {
            DocumentEnriched event = document.event();
            String text = Objects.requireNonNull(event.document().text());
            for (AlertCandidate candidate : matcher.match(event, text, List.of())) {
                candidate.reasons().stream()
                        .flatMap(r -> r.followers().stream())
                        .forEach(f -> matched.add(f.id() + " " + event.document().id()));
            }
        }
        matcher.destroy();
        return matched;
    }

    /** By the search box where it can ask for the same. */
    private static List<String> found(TestArchive archive, Follow f, Strength least) {
        if (least != null || f.dossier() != null) {
            return archive
                    .part(Archive.class)
                    .search(s -> s.query(FollowCriteria.matching(f, least)).size(1_000))
                    .hits()
                    .hits()
                    .stream()
                    .map(h -> Objects.requireNonNull(h.id()))
                    .toList();
        }
        Map<String, List<String>> parameters = new HashMap<>();
        put(parameters, "q", f.query());
        put(parameters, "theme", f.theme());
        put(parameters, "source", f.source());
        put(parameters, "type", f.type());
        put(parameters, "reference", f.reference());
        put(parameters, "size", "100");
        return archive.search().search(SearchQuery.of(parameters)).hits().stream()
                .map(SearchPage.Hit::id)
                .toList();
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static List<String> described(
            Set<String> pairs, Map<String, Follow> follows, Map<String, Strength> least) {
        return pairs.stream()
                .map(p -> p + " " + follows.get(p.split(" ")[0]) + " " + least.get(p.split(" ")[0]))
                .collect(Collectors.toList());
    }
}
