package nl.beleidsradar.search.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.index.IndexedDocument;
import nl.beleidsradar.search.query.DossierPapers;
import nl.beleidsradar.search.query.TypedReference;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Where one document speaks of what a subscription that matched it follows. */
final class DocumentMentions {

    /**
     * A subject with its mentions.
     *
     * @param mentions never empty
     */
    record Found(Subject subject, List<Mention> mentions) {}

    private final DocumentEnriched event;
    private final IndexedDocument indexed;
    private final String text;
    private final DocumentSentences sentences;

    DocumentMentions(
            DocumentEnriched event,
            IndexedDocument indexed,
            String text,
            Iterable<String> previous) {
        this.event = event;
        this.indexed = indexed;
        this.text = text;
        this.sentences = new DocumentSentences(event.document(), text, indexed.family(), previous);
    }

    /**
     * Never empty: where no sentence speaks of it, as of a query that only excludes, it is the
     * document as a whole.
     */
    List<Found> of(Follow follow, Query query, IndexSearcher searcher) throws IOException {
        List<Found> all = new ArrayList<>();
        if (follow.query() != null) {
            Places places = words(query, searcher);
            typed(follow.query().strip(), places);
            found(Subject.Kind.QUERY, follow.query(), places).ifPresent(all::add);
        }
        if (follow.theme() != null) {
            found(Subject.Kind.THEME, follow.theme(), theme(follow.theme())).ifPresent(all::add);
        }
        if (all.isEmpty() && follow.reference() != null) {
            List<String> keys = FollowQuery.referenceKeys(follow.reference());
            found(Subject.Kind.REFERENCE, follow.reference(), citing(keys::contains))
                    .ifPresent(all::add);
        }
        if (all.isEmpty() && follow.dossier() != null) {
            found(Subject.Kind.DOSSIER, follow.dossier(), dossier(follow.dossier()))
                    .ifPresent(all::add);
        }
        if (all.isEmpty()) {
            all.add(whole(follow));
        }
        return all;
    }

    private Optional<Found> found(Subject.Kind kind, String value, Places places) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(new Subject(kind, value), places.mentions(sentences)));
    }

    private Found whole(Follow follow) {
        Places places = new Places();
        places.add(DocumentSentences.DOCUMENT);
        return new Found(subject(follow), places.mentions(sentences));
    }

    private static Subject subject(Follow follow) {
        if (follow.query() != null) {
            return new Subject(Subject.Kind.QUERY, follow.query());
        }
        if (follow.theme() != null) {
            return new Subject(Subject.Kind.THEME, follow.theme());
        }
        if (follow.reference() != null) {
            return new Subject(Subject.Kind.REFERENCE, follow.reference());
        }
        return new Subject(Subject.Kind.DOSSIER, follow.dossier() == null ? "" : follow.dossier());
    }

    /** A phrase belongs to the sentence of its first word. */
    private Places words(Query query, IndexSearcher searcher) throws IOException {
        Places places = new Places();
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        Matches matches = weight.matches(searcher.getIndexReader().leaves().getFirst(), 0);
        if (matches == null) {
            return places;
        }
        for (String suffix : List.of("", Fields.EXACT)) {
            add(matches.getMatches(Fields.TITLE + suffix), true, places);
            add(matches.getMatches(Fields.TEXT + suffix), false, places);
        }
        return places;
    }

    private void add(MatchesIterator matches, boolean inTitle, Places places) throws IOException {
        if (matches == null) {
            return;
        }
        String base = inTitle ? event.document().title() : text;
        int place = DocumentSentences.DOCUMENT;
        int end = 0;
        while (matches.next()) {
            int from = matches.startOffset();
            int to = matches.endOffset();
            if (from < 0 || to < from || to > base.length()) {
                continue;
            }
            if (place == DocumentSentences.DOCUMENT || from >= end) {
                place = inTitle ? sentences.inTitle(from) : sentences.inText(from);
                end = inTitle ? sentences.endInTitle(place) : sentences.endInText(place);
            }
            places.add(place, base.substring(from, to));
        }
    }

    /** A query that is wholly a reference is also about what cites it, and about itself. */
    private void typed(String query, Places places) {
        TypedReference.in(query)
                .ifPresent(typed -> {
                    String key = Citation.key(typed);
                    cite(key::equals, places);
                    if (indexed.ownIds().contains(key)
                            || indexed.dossier().contains(Dossier.normal(typed))) {
                        places.add(DocumentSentences.DOCUMENT, typed);
                    }
                });
    }

    private Places dossier(String followed) {
        String dossier = Dossier.normal(followed);
        Places places = citing(key -> DossierPapers.dossiers(key).contains(dossier));
        if (indexed.dossier().contains(dossier)) {
            places.add(DocumentSentences.DOCUMENT, dossier);
        }
        return places;
    }

    private Places citing(Predicate<String> isMeant) {
        Places places = new Places();
        cite(isMeant, places);
        return places;
    }

    private void cite(Predicate<String> isMeant, Places places) {
        for (Reference r : event.references()) {
            if (r.role() != Reference.Role.SELF && isMeant.test(Citation.key(r.canonical()))) {
                boolean inTitle = Passage.IN_TITLE.equals(r.in());
                places.add(
                        inTitle ? sentences.inTitle(r.start()) : sentences.inText(r.start()),
                        r.text());
            }
        }
    }

    private Places theme(String id) {
        Places places = new Places();
        for (ThemeTag tag : event.themes()) {
            if (tag.id().equals(id)) {
                tag.passages().forEach(p -> passage(p, places));
            }
        }
        return places;
    }

    /** The sentences with its words; all of them where the passage as a whole has the theme. */
    private void passage(Passage passage, Places places) {
        boolean inTitle = Passage.IN_TITLE.equals(passage.in());
        String base = inTitle ? event.document().title() : text;
        int from = Math.clamp(passage.start(), 0, base.length());
        int to = Math.clamp(passage.end(), from, base.length());
        boolean any = false;
        for (String term : Set.copyOf(passage.terms())) {
            int at = term.isEmpty() ? -1 : base.indexOf(term, from, to);
            while (at >= 0) {
                places.add(inTitle ? sentences.inTitle(at) : sentences.inText(at), term);
                any = true;
                at = base.indexOf(term, at + term.length(), to);
            }
        }
        int at = from;
        while (!any && at < to) {
            int place = inTitle ? sentences.inTitle(at) : sentences.inText(at);
            places.add(place);
            at = inTitle ? sentences.endInTitle(place) : sentences.endInText(place);
        }
    }
}
