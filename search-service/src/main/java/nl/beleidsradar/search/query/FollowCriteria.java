package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a subscription is about, as an Elasticsearch query: what a search for the same
 * would find, of the least strength or above; of a dossier also what cites it or a paper of it.
 */
final class FollowCriteria {

    private FollowCriteria() {}

    /**
     * @param minStrength of the followed theme, or of any theme where none is followed; null for
     *     every strength
     */
    static Query matching(Follow follow, @Nullable Strength minStrength) {
        return matching(criteria(follow, null, null), follow, minStrength);
    }

    static Query matching(Criteria criteria, Follow follow, @Nullable Strength minStrength) {
        @Nullable String dossier = follow.dossier();
        if (minStrength == null && dossier == null) {
            return criteria.matching();
        }
        return Query.of(q ->
                q.bool(b -> {
                    b.must(criteria.matching());
                    if (minStrength != null) {
                        b.filter(atLeast(follow, minStrength));
                    }
                    if (dossier != null) {
                        b.filter(onDossier(Dossier.normal(dossier)));
                    }
                    return b;
                }));
    }

    /** Belongs to it, cites it, or cites a paper of it: more than a search in the dossier finds. */
    private static Query onDossier(String dossier) {
        return Query.of(q ->
                q.bool(b ->
                        b.should(Criteria.is("dossier", dossier))
                                .should(
                                        Criteria.is(
                                                "cites",
                                                Citation.key(DossierPapers.DOSSIER + dossier)))
                                .should(s ->
                                        s.regexp(r ->
                                                r.field("cites")
                                                        .value(DossierPapers.keys(dossier))))
                                .minimumShouldMatch("1")));
    }

    static Criteria criteria(Follow f, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Criteria.of(
                new SearchQuery(
                        Objects.requireNonNullElse(f.query(), ""),
                        f.theme(),
                        null,
                        f.source(),
                        f.type(),
                        f.reference(),
                        null,
                        from,
                        to,
                        SearchQuery.Sort.NEWEST,
                        1,
                        SearchQuery.DEFAULT_SIZE));
    }

    private static Query atLeast(Follow follow, Strength least) {
        List<String> enough =
                Arrays.stream(Strength.values())
                        .filter(s -> s.compareTo(least) >= 0)
                        .map(Strength::toString)
                        .toList();
        return follow.theme() == null
                ? Criteria.anyOf("strength", enough)
                : Criteria.anyOf(
                        "themeStrength",
                        enough.stream()
                                .map(s -> follow.theme() + IndexedDocument.STRENGTH_MARK + s)
                                .toList());
    }
}
