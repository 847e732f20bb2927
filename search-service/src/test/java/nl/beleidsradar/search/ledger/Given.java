package nl.beleidsradar.search.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.AlertCandidate.Mention;
import nl.beleidsradar.contract.alert.AlertCandidate.Reason;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subject;

/** Builds the candidates of tests. */
public final class Given {

    public static final String INBOX = "local/inbox";
    public static final String MAIL = "local/mail/a@example.org";

    private final String document;
    private String recipient = INBOX;
    private String parent;
    private long sequence = 1;
    private long ruleset = 3;
    private Cause cause = Cause.NEW;
    private Instant retrieved = Instant.parse("2026-11-21T08:00:00Z");
    private final List<Reason> reasons = new ArrayList<>();

    private Given(String document) {
        this.document = document;
    }

    public static Given document(String id) {
        return new Given(id);
    }

    public Given to(String whom) {
        recipient = whom;
        return this;
    }

    public Given partOf(String id) {
        parent = id;
        return this;
    }

    public Given version(int number) {
        sequence = number;
        cause = number == 1 ? Cause.NEW : Cause.NEW_VERSION;
        return this;
    }

    public Given rules(int version, Cause because) {
        ruleset = version;
        cause = because;
        return this;
    }

    public Given because(Cause why) {
        cause = why;
        return this;
    }

    public Given retrieved(Instant when) {
        retrieved = when;
        return this;
    }

    /** Sentences that speak of a theme, for one subscription. */
    public Given theme(String theme, String... sentences) {
        return reason(theme, List.of(follower("s-" + theme, Frequency.IMMEDIATE)), sentences);
    }

    /**
     * A sentence beginning with {@code =} stood before, with {@code #} is letterhead, with {@code
     * +} is told by number.
     */
    public Given reason(String theme, List<Follower> followers, String... sentences) {
        reasons.add(
                new Reason(
                        new Subject(Subject.Kind.THEME, theme),
                        followers,
                        Arrays.stream(sentences).map(Given::mention).toList()));
        return this;
    }

    public static Follower follower(String id, Frequency frequency) {
        return new Follower(id, frequency, false);
    }

    public static Follower retroactive(String id, Frequency frequency) {
        return new Follower(id, frequency, true);
    }

    private static Mention mention(String sentence) {
        char mark = sentence.charAt(0);
        boolean marked = "=#+".indexOf(mark) >= 0;
        String bare = marked ? sentence.substring(1) : sentence;
        return new Mention(
                Integer.toHexString(bare.hashCode()),
                mark == '+' ? null : bare,
                2,
                List.of(bare.split(" ")[0]),
                mark == '=',
                mark == '#');
    }

    public AlertCandidate candidate() {
        return new AlertCandidate(
                recipient,
                new AlertDocument(
                        document,
                        "Titel van " + document,
                        "https://example.org/" + document,
                        LocalDate.of(2026, 11, 20),
                        document.split(":")[0],
                        "kamerbrief",
                        parent,
                        retrieved),
                (sequence << 20) + ruleset,
                cause,
                reasons);
    }
}
