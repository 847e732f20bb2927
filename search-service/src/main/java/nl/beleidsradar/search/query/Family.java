package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.beleidsradar.search.index.IndexedDocument;
import nl.beleidsradar.search.index.TextSketch;
import org.jspecify.annotations.Nullable;

/**
 * The documents that are one piece: of one official number, else of equal words, else nearly equal.
 * Asked when a document is shown, of what each document says by itself, so that the answer does not
 * depend on the order in which they came. Two official numbers are never one piece.
 *
 * @param name the official number where any of them has one
 * @param others without the document itself, by id
 * @param earliest of all of them, the one published first
 */
record Family(String name, List<Copy> others, Copy earliest) {

    private static final int MOST = 200;
    private static final int MOST_NEAR = 100;

    /** Copies of one number whose own look-alikes are asked for. */
    private static final int MOST_ASKED = 5;

    private static final String HASH = "sha256-";
    private static final List<String> FIELDS =
            List.of("id", "source", "published", "sortDate", "family", "textKey", "near", "sketch");

    static Family of(Archive archive, IndexedDocument document) {
        Map<String, IndexedDocument> found = alike(archive, List.of(document));
        String name = name(document, found);
        if (isOfficial(name)) {
            if (!name.equals(document.family())) {
                put(found, search(archive, Criteria.is("family", name), MOST));
            }
            // What has no number may be like another copy of this number only.
            List<IndexedDocument> asked =
                    found.values().stream()
                            .filter(d -> d.family().equals(name) && !d.id().equals(document.id()))
                            .limit(MOST_ASKED)
                            .toList();
            alike(archive, asked).forEach(found::putIfAbsent);
        }
        found.remove(document.id());
        found.values().removeIf(d -> isOfficial(d) && !d.family().equals(name));
        List<IndexedDocument> all = new ArrayList<>(found.values());
        all.add(document);
        return new Family(
                name,
                found.values().stream().map(Family::copy).toList(),
                copy(
                        all.stream()
                                .min(
                                        Comparator.comparing(IndexedDocument::sortDate)
                                                .thenComparing(IndexedDocument::id))
                                .orElse(document)));
    }

    /** In two questions however many they are; themselves included, where they are in the index. */
    private static Map<String, IndexedDocument> alike(
            Archive archive, List<IndexedDocument> documents) {
        Map<String, IndexedDocument> found = new TreeMap<>();
        if (!documents.isEmpty()) {
            put(found, search(archive, same(documents), MOST));
            near(archive, documents).forEach(d -> found.putIfAbsent(d.id(), d));
        }
        return found;
    }

    private static String name(IndexedDocument document, Map<String, IndexedDocument> found) {
        if (isOfficial(document)) {
            return document.family();
        }
        Optional<String> official =
                found.values().stream()
                        .filter(Family::isOfficial)
                        .map(IndexedDocument::family)
                        .sorted()
                        .findFirst();
        return official.orElseGet(() ->
                found.values().stream()
                        .map(IndexedDocument::family)
                        .filter(f -> f.compareTo(document.family()) < 0)
                        .sorted()
                        .findFirst()
                        .orElse(document.family()));
    }

    private static Query same(List<IndexedDocument> documents) {
        List<Query> any = new ArrayList<>();
        documents.forEach(d -> {
            any.add(Criteria.is("family", d.family()));
            @Nullable String key = d.textKey();
            if (key != null) {
                any.add(Criteria.is("textKey", key));
            }
        });
        return Query.of(q -> q.bool(b -> b.should(any)));
    }

    private static List<IndexedDocument> near(Archive archive, List<IndexedDocument> documents) {
        // Each band that is equal counts, so that the nearest come first.
        List<Query> bands =
                documents.stream()
                        .flatMap(d ->
                                Objects.requireNonNullElse(d.near(), List.<String>of()).stream())
                        .distinct()
                        .map(band ->
                                Query.of(q ->
                                        q.constantScore(c -> c.filter(Criteria.is("near", band)))))
                        .toList();
        if (bands.isEmpty()) {
            return List.of();
        }
        Query query = Query.of(q -> q.bool(b -> b.should(bands)));
        return search(archive, query, MOST_NEAR).stream()
                .filter(d -> documents.stream().anyMatch(own -> isNear(own, d)))
                .toList();
    }

    private static boolean isNear(IndexedDocument one, IndexedDocument other) {
        @Nullable TextSketch sketch = one.sketch();
        @Nullable TextSketch there = other.sketch();
        return sketch != null && there != null && sketch.isNear(there);
    }

    private static List<IndexedDocument> search(Archive archive, Query query, int most) {
        return archive
                .search(s ->
                        s.query(query).size(most).source(f -> f.filter(i -> i.includes(FIELDS))))
                .hits()
                .hits()
                .stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static void put(Map<String, IndexedDocument> all, List<IndexedDocument> more) {
        more.forEach(d -> all.put(d.id(), d));
    }

    private static Copy copy(IndexedDocument d) {
        @Nullable LocalDate published = d.published();
        return new Copy(d.id(), d.source(), published);
    }

    private static boolean isOfficial(IndexedDocument document) {
        return isOfficial(document.family());
    }

    private static boolean isOfficial(String family) {
        return !family.startsWith(HASH);
    }
}
