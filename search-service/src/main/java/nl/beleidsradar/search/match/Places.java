package nl.beleidsradar.search.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;

/** Collects where one subject is mentioned: sentences by place, with the words that caused it. */
final class Places {

    /** More words than this do not make a reason clearer. */
    private static final int MOST_TERMS = 20;

    private final Map<Integer, Set<String>> terms = new TreeMap<>();
    private int last = Integer.MIN_VALUE;
    private Set<String> lastTerms = Set.of();

    boolean isEmpty() {
        return terms.isEmpty();
    }

    void add(int place) {
        if (place != last) {
            last = place;
            lastTerms = terms.computeIfAbsent(place, p -> new LinkedHashSet<>());
        }
    }

    void add(int place, String term) {
        add(place);
        if (lastTerms.size() < MOST_TERMS) {
            lastTerms.add(term);
        }
    }

    /** One a fingerprint, in the order of the document. */
    List<Mention> mentions(DocumentSentences sentences) {
        List<Mention> mentions = new ArrayList<>(terms.size());
        Set<String> told = new HashSet<>();
        terms.forEach((place, words) -> {
            Said said = sentences.get(place);
            if (told.add(said.fingerprint())) {
                mentions.add(
                        new Mention(
                                said.fingerprint(),
                                said.passage(),
                                said.page(),
                                List.copyOf(words),
                                said.standing(),
                                said.procedural()));
            }
        });
        return mentions;
    }
}
