package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;

/** Looks in the archive for what a subscription would have told. */
final class FollowPreviews {

    private static final int DAYS_A_WEEK = 7;
    private static final int SHOWN = 5;
    private static final int COUNTED_EXACTLY = 10_000;
    private static final String DAYS = "days";
    private static final String FAMILIES = "families";

    private FollowPreviews() {}

    static FollowPreview of(
            Archive archive, Follow follow, @Nullable Strength minStrength, LocalDate today) {
        LocalDate from = today.minusDays((long) FollowPreview.WEEKS * DAYS_A_WEEK - 1);
        Criteria criteria = FollowCriteria.criteria(follow, from, today);
        Query matching = FollowCriteria.matching(criteria, follow, minStrength);
        Query shown =
                Snippets.places(criteria.text())
                        .map(p -> Query.of(q -> q.bool(b -> b.must(matching).should(p))))
                        .orElse(matching);
        List<String> fields = new ArrayList<>(List.of("id", "title", "sortDate"));
        if (follow.theme() != null) {
            fields.add("detail");
        }
        if (follow.reference() != null
                || follow.dossier() != null
                || criteria.typed().isPresent()) {
            fields.add("citations");
        }
        SearchResponse<IndexedDocument> found =
                archive.search(s ->
                        s.query(shown)
                                .size(SHOWN)
                                .trackTotalHits(t -> t.enabled(true))
                                .sort(o -> o.field(f -> f.field("sortDate").order(SortOrder.Desc)))
                                .sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc)))
                                .source(f -> f.filter(i -> i.includes(fields)))
                                .aggregations(
                                        FAMILIES,
                                        a ->
                                                a.cardinality(c ->
                                                        c.field("family")
                                                                .precisionThreshold(
                                                                        COUNTED_EXACTLY)))
                                .aggregations(
                                        DAYS,
                                        a ->
                                                a.dateHistogram(d ->
                                                        d.field("sortDate")
                                                                .fixedInterval(i -> i.time("1d"))
                                                                .minDocCount(1))));
        long told =
                Objects.requireNonNull(found.aggregations().get(FAMILIES)).cardinality().value();
        return new FollowPreview(
                from,
                today,
                DocumentSearch.total(found),
                Math.round(10.0 * told / FollowPreview.WEEKS) / 10.0,
                weeks(found, from),
                found.hits().hits().stream().map(h -> shown(h, follow, criteria)).toList());
    }

    private static List<FollowPreview.Week> weeks(
            SearchResponse<IndexedDocument> found, LocalDate from) {
        long[] counts = new long[FollowPreview.WEEKS];
        for (DateHistogramBucket day :
                Objects.requireNonNull(found.aggregations().get(DAYS))
                        .dateHistogram()
                        .buckets()
                        .array()) {
            LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(day.key()), ZoneOffset.UTC);
            int week = (int) (ChronoUnit.DAYS.between(from, date) / DAYS_A_WEEK);
            counts[week] += day.docCount();
        }
        List<FollowPreview.Week> weeks = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            weeks.add(new FollowPreview.Week(from.plusDays((long) i * DAYS_A_WEEK), counts[i]));
        }
        return weeks;
    }

    private static FollowPreview.Found shown(
            Hit<IndexedDocument> hit, Follow follow, Criteria criteria) {
        IndexedDocument d = Objects.requireNonNull(hit.source());
        Optional<SearchPage.Snippet> place =
                Snippets.of(hit, criteria.typed()).stream()
                        .findFirst()
                        .or(() -> ofTheme(d.detail(), follow.theme()))
                        .or(() -> Snippets.cited(hit, key -> isMeant(key, follow)));
        return new FollowPreview.Found(
                d.id(),
                d.title(),
                d.sortDate(),
                place.map(SearchPage.Snippet::html).orElse(null),
                place.map(SearchPage.Snippet::page).orElse(null));
    }

    private static boolean isMeant(String key, Follow follow) {
        return follow.reference() != null
                ? key.equals(Citation.key(follow.reference()))
                : follow.dossier() != null
                        && DossierPapers.dossiers(key).contains(Dossier.normal(follow.dossier()));
    }

    private static Optional<SearchPage.Snippet> ofTheme(
            @Nullable DocumentEnriched event, @Nullable String theme) {
        if (event == null || theme == null) {
            return Optional.empty();
        }
        return event.themes().stream()
                .filter(t -> t.id().equals(theme))
                .map(ThemeTag::passages)
                .flatMap(List::stream)
                .findFirst()
                .map(FollowPreviews::marked);
    }

    private static SearchPage.Snippet marked(Passage passage) {
        String term = passage.terms().isEmpty() ? "" : passage.terms().getFirst();
        return new SearchPage.Snippet(Snippets.marked(passage.text(), term), passage.page());
    }
}
