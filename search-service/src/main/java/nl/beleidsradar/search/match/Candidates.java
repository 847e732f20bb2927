package nl.beleidsradar.search.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.AlertCandidate.Reason;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.contract.alert.Subscription;

/** Puts together, for each recipient, all reasons that one document gives. */
final class Candidates {

    private static final Comparator<Subject> BY_SUBJECT =
            Comparator.comparing(Subject::kind).thenComparing(Subject::value);

    private final DocumentEnriched event;
    private final MatchSettings settings;
    private final Map<String, Map<Subject, Collected>> byRecipient = new TreeMap<>();

    /** The followers of one subject, which has the same mentions for all of them. */
    private record Collected(List<Mention> mentions, Map<String, Follower> followers) {}

    Candidates(DocumentEnriched event, MatchSettings settings) {
        this.event = event;
        this.settings = settings;
    }

    void add(Subscription s, List<DocumentMentions.Found> found) {
        Map<Subject, Collected> reasons =
                byRecipient.computeIfAbsent(
                        s.recipient().toString(), r -> new TreeMap<>(BY_SUBJECT));
        for (DocumentMentions.Found f : found) {
            reasons.merge(
                            f.subject(),
                            new Collected(f.mentions(), new TreeMap<>()),
                            // The same subject of a narrower subscription may be less.
                            (known, more) ->
                                    known.mentions().size() >= more.mentions().size()
                                            ? known
                                            : new Collected(more.mentions(), known.followers()))
                    .followers()
                    .put(s.id(), new Follower(s.id(), s.frequency(), s.retroactive()));
        }
    }

    /** One a recipient, or several in order where one would be too large. */
    List<AlertCandidate> all() {
        List<AlertCandidate> all = new ArrayList<>();
        byRecipient.forEach((recipient, reasons) -> candidates(recipient, reasons, all));
        return all;
    }

    private void candidates(
            String recipient, Map<Subject, Collected> reasons, List<AlertCandidate> all) {
        List<Reason> some = new ArrayList<>();
        long weight = 0;
        int passages = settings.passages();
        int left = reasons.size();
        for (Map.Entry<Subject, Collected> reason : reasons.entrySet()) {
            // Each subject has its part of the passages, and what those before it leave.
            List<Mention> mentions = shown(reason.getValue().mentions(), passages / left--);
            passages -= (int) mentions.stream().filter(m -> m.passage() != null).count();
            List<Follower> followers = List.copyOf(reason.getValue().followers().values());
            int from = 0;
            while (from < mentions.size()) {
                long room = settings.candidateSize().toBytes() - weight;
                int to = fitting(mentions, from, room - weight(followers));
                if (to == from && !some.isEmpty()) {
                    all.add(candidate(recipient, some));
                    some = new ArrayList<>();
                    weight = 0;
                    continue;
                }
                List<Mention> part = mentions.subList(from, Math.max(to, from + 1));
                some.add(new Reason(reason.getKey(), followers, part));
                weight += weight(followers) + part.stream().mapToLong(Candidates::weight).sum();
                from += part.size();
            }
        }
        if (!some.isEmpty()) {
            all.add(candidate(recipient, some));
        }
    }

    private AlertCandidate candidate(String recipient, List<Reason> reasons) {
        return new AlertCandidate(
                recipient,
                AlertDocument.of(event.document()),
                event.version(),
                event.cause(),
                reasons);
    }

    /** Passages only for the first that may be new. */
    private static List<Mention> shown(List<Mention> mentions, int most) {
        List<Mention> shown = new ArrayList<>(mentions.size());
        int left = most;
        for (Mention m : mentions) {
            boolean whole = left > 0 && !m.standing();
            left -= whole ? 1 : 0;
            shown.add(
                    whole
                            ? m
                            : new Mention(
                                    m.fingerprint(),
                                    null,
                                    m.page(),
                                    List.of(),
                                    m.standing(),
                                    m.procedural()));
        }
        return shown;
    }

    private static int fitting(List<Mention> mentions, int from, long room) {
        long left = room;
        int to = from;
        while (to < mentions.size() && left >= weight(mentions.get(to))) {
            left -= weight(mentions.get(to++));
        }
        return to;
    }

    /** Bytes of JSON, not less: a character may take three bytes, a control character six. */
    private static long weight(Mention m) {
        String passage = m.passage();
        long characters = m.terms().stream().mapToLong(t -> t.length() + 1L).sum();
        return 120 + 6 * (characters + (passage == null ? 0 : passage.length()));
    }

    private static long weight(List<Follower> followers) {
        return 2_000 + 120L * followers.size();
    }
}
