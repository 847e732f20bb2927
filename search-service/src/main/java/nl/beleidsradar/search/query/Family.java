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
    private static final int MOST_NEAR = 50;

    /** Copies of one number whose own look-alikes are asked for. */
    private static final int MOST_ASKED = 5;

    private static final String HASH = "sha256-";
    private static final List<String> FIELDS =
            List.of("id", "source", "published", "sortDate", "family", "textKey", "near", "sketch");

    static Family of(Archive archive, IndexedDocument document) {
        Map<String, IndexedDocument> found = alike(archive, document);
        String name = name(document, found);
        if (isOfficial(name)) {
            if (!name.equals(document.family())) {
                put(found, search(archive, Criteria.is("family", name), MOST));
            }
            // What has no number may be like another copy of this number only.
            List.copyOf(found.values()).stream()
                    .filter(d -> d.family().equals(name) && !d.id().equals(document.id()))
                    .limit(MOST_ASKED)
                    .forEach(d -> alike(archive, d).forEach(found::putIfAbsent));
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

    /** Itself included, where it is in the index. */
    private static Map<String, IndexedDocument> alike(Archive archive, IndexedDocument document) {
        Map<String, IndexedDocument> found = new TreeMap<>();
        put(found, search(archive, same(document), MOST));
        near(archive, document).forEach(d -> found.putIfAbsent(d.id(), d));
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

    private static Query same(IndexedDocument document) {
        Query family = Criteria.is("family", document.family());
        @Nullable String key = document.textKey();
        return key == null
                ? family
                : Query.of(q -> q.bool(b -> b.should(family, Criteria.is("textKey", key))));
    }

    private static List<IndexedDocument> near(Archive archive, IndexedDocument document) {
        @Nullable TextSketch sketch = document.sketch();
        List<String> near = Objects.requireNonNullElse(document.near(), List.<String>of());
        if (sketch == null || near.isEmpty()) {
            return List.of();
        }
        // Each band that is equal counts, so that the nearest come first.
        List<Query> bands =
                near.stream()
                        .map(band ->
                                Query.of(q ->
                                        q.constantScore(c -> c.filter(Criteria.is("near", band)))))
                        .toList();
        return search(archive, Query.of(q -> q.bool(b -> b.should(bands))), MOST_NEAR).stream()
                .filter(d -> {
                    @Nullable TextSketch other = d.sketch();
                    return other != null && sketch.isNear(other);
                })
                .toList();
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
