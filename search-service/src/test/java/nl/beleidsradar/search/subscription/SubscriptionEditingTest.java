package nl.beleidsradar.search.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.contract.alert.Subscription.State;
import nl.beleidsradar.search.theme.PackagedThemes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionEditingTest {

    private static final String OWNER = "local";
    private static final Follow CYBER = new Follow("cyber", null, null, null, null, null);

    private final Subscriptions subscriptions = new Subscriptions();
    private final MemorySubscriptionLog log = new MemorySubscriptionLog(subscriptions);
    private final SubscriptionEditing editing = editing(false, 5);

    private SubscriptionEditing editing(boolean localTargets, int perOwner) {
        var settings = new SubscriptionSettings("Ik@Example.org", perOwner, 50);
        var rules =
                new SubscriptionRules(
                        PackagedThemes.read(), new WebhookTarget(localTargets), settings);
        return new SubscriptionEditing(subscriptions, rules, log, settings);
    }

    private static SubscriptionDraft draft(Follow follow) {
        return draft(follow, Channel.Kind.INBOX, null);
    }

    private static SubscriptionDraft draft(Follow follow, Channel.Kind kind, @Nullable String to) {
        return new SubscriptionDraft(null, follow, null, kind, to, null, false, null);
    }

    private static SubscriptionDraft mail(@Nullable String to) {
        return draft(CYBER, Channel.Kind.MAIL, to);
    }

    private static SubscriptionDraft in(State state) {
        return new SubscriptionDraft(
                null, CYBER, null, Channel.Kind.INBOX, null, null, false, state);
    }

    private Subscription made(SubscriptionDraft draft) {
        return saved(editing.create(OWNER, draft));
    }

    private static Subscription saved(EditOutcome outcome) {
        assertThat(outcome).isInstanceOf(EditOutcome.Saved.class);
        return ((EditOutcome.Saved) outcome).subscription();
    }

    private static @Nullable String secret(EditOutcome outcome) {
        return ((EditOutcome.Saved) outcome).secret();
    }

    private static List<String> fields(EditOutcome outcome) {
        assertThat(outcome).isInstanceOf(EditOutcome.Refused.class);
        return ((EditOutcome.Refused) outcome)
                .problems().stream().map(EditOutcome.Problem::field).toList();
    }

    @Test
    void makesASubscriptionWithAnIdAndATokenThatNobodyCanGuess() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            Subscription s = made(draft(CYBER));
            assertThat(s.id()).matches("[A-Za-z0-9_-]{22}");
            assertThat(s.token()).matches("[A-Za-z0-9_-]{22}");
            assertThat(seen.add(s.id()) && seen.add(s.token())).isTrue();
            assertThat(s.version()).isEqualTo(1);
            assertThat(s.state()).isEqualTo(State.ACTIVE);
            assertThat(s.frequency()).isEqualTo(Frequency.IMMEDIATE);
            assertThat(s.created()).isEqualTo(s.changed());
            assertThat(subscriptions.find(s.id())).contains(s);
        }
        assertThat(editing.create(OWNER, draft(CYBER))).isEqualTo(new EditOutcome.Full(5));
        assertThat(subscriptions.count(OWNER)).isEqualTo(5);
    }

    @Test
    void namesItAfterWhatIsFollowed() {
        assertThat(made(draft(CYBER)).name()).isEqualTo("Cyber");
        assertThat(made(draft(new Follow(null, "stikstof", "36 740 vi", null, null, null))).name())
                .isEqualTo("stikstof · Dossier 36740-VI");
        assertThat(made(draft(new Follow(null, "é😀".repeat(200), null, null, null, null))).name())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("…");
    }

    @Test
    void spellsWhatIsFollowedTheOneWay() {
        Follow follow =
                made(draft(
                                new Follow(
                                        " cyber ",
                                        "  \"militaire mobiliteit\" -klimaat ",
                                        "dossier:36 740 vi",
                                        "Kamerstuk 34 919, nr. 74",
                                        "tk",
                                        "kamerbrief")))
                        .follow();
        assertThat(follow)
                .isEqualTo(
                        new Follow(
                                "cyber",
                                "\"militaire mobiliteit\" -klimaat",
                                "36740-VI",
                                "kst-34919-74",
                                "tk",
                                "kamerbrief"));
    }

    @ParameterizedTest
    @CsvSource({
        "kst-34919-74",
        "kst-35830-X-1",
        "blg-1062267",
        "2021Z08444",
        "ah-tk-20202021-2079",
        "h-tk-20172018-70-4",
        "stb-2020-118",
        "ECLI:NL:HR:2019:2006",
        "LJN:AB2345",
        "BWBR0005537",
        "VEU:42(7)",
        "32021R0697",
        "OJ:L:2016:194",
        "COM(2014)210",
        "ST-9223-2024-INIT",
        "BZDOC-1263270424-59"
    })
    void leavesACanonicalReferenceAsItIs(String canonical) {
        var follow = new Follow(null, null, null, canonical, null, null);
        assertThat(made(draft(follow)).follow().reference()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "theme, nergens, follow.theme",
        "query, -klimaat, follow.query",
        "query, (), follow.query",
        "query, LONG, follow.query",
        "dossier, zaak, follow.dossier",
        "dossier, LONG, follow.dossier",
        "reference, de brief van gisteren, follow.reference",
        "reference, LONG, follow.reference",
        "source, Tweede Kamer, follow.source",
        "type, LONG, follow.type",
        "type, 'a\rb', follow.type",
        "nothing, '', follow"
    })
    void refusesWhatCannotBeFollowed(String part, String value, String field) {
        String v = value.equals("LONG") ? "a".repeat(1_001) : value.replace("\\r", "\r");
        boolean filter = part.equals("source") || part.equals("type");
        var follow =
                new Follow(
                        part.equals("theme") ? v : filter ? "cyber" : null,
                        part.equals("query") ? v : null,
                        part.equals("dossier") ? v : null,
                        part.equals("reference") ? v : null,
                        part.equals("source") ? v : null,
                        part.equals("type") ? v : null);
        assertThat(fields(editing.create(OWNER, draft(follow)))).containsExactly(field);
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var wrong =
                new SubscriptionDraft(
                        "een\r\nBcc: x@example.org",
                        new Follow(null, "-x", null, null, null, null),
                        null,
                        Channel.Kind.WEBHOOK,
                        "nergens",
                        Frequency.DAILY,
                        false,
                        State.BROKEN);
        assertThat(fields(editing.create(OWNER, wrong)))
                .containsExactlyInAnyOrder(
                        "name", "follow.query", "channel.to", "frequency", "state");
        assertThat(fields(editing.create(OWNER, draft(CYBER, Channel.Kind.INBOX, "a@b.nl"))))
                .containsExactly("channel.to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@example.org, b@example.org",
                "a@example.org b@example.org",
                "'a@example.org\r\nBcc: b@example.org'",
                "Naam <a@example.org>",
                "<a@example.org>",
                "groep: a@example.org;",
                "a@",
                "@example.org",
                "example.org",
                "a@b@example.org",
                "a@exa mple.org",
                "a@-example..org",
                "a@example.org.",
                "á@example.org",
                "\"a b\"@example.org",
                "LONG"
            })
    void refusesWhatIsNotOneMailAddress(String to) {
        String address = to.equals("LONG") ? "a".repeat(250) + "@b.nl" : to;
        assertThat(fields(editing.create(OWNER, mail(address)))).containsExactly("channel.to");
    }

    @Test
    void asksTheHolderOfAnotherAddressForConsentOnce() {
        Subscription own = made(mail(null));
        assertThat(own.channel().to()).isEqualTo("Ik@example.org");
        assertThat(own.channel().confirmed()).isEqualTo(own.created());
        assertThat(made(mail("Ik@EXAMPLE.ORG")).recipient()).isEqualTo(own.recipient());

        Subscription first = made(mail("post@Example.org"));
        Subscription second = made(mail("post@example.ORG"));
        assertThat(first.channel().confirmed()).isNull();
        assertThat(second.recipient()).isEqualTo(first.recipient());

        saved(editing.confirmAddress(OWNER, "post@example.org"));
        for (Subscription s : List.of(first, second)) {
            Subscription now = subscriptions.find(s.id()).orElseThrow();
            assertThat(now.channel().confirmed()).isNotNull();
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.token()).isEqualTo(s.token());
        }
        assertThat(made(mail("post@example.org")).channel().confirmed()).isNotNull();
        assertThat(editing.confirmAddress("other", "post@example.org"))
                .isInstanceOf(EditOutcome.Unknown.class);
    }

    @Test
    void givesLinksInMailToAnOldAddressNoPowerOverTheNewOne() {
        Subscription old = made(mail("oud@example.org"));
        saved(editing.confirmAddress(OWNER, "oud@example.org"));

        Subscription now = saved(editing.change(old.id(), mail("nieuw@example.org"), null));
        assertThat(now.channel().confirmed()).isNull();
        assertThat(now.token()).isNotEqualTo(old.token());

        Subscription same = saved(editing.change(old.id(), mail("nieuw@example.org"), null));
        assertThat(same.token()).isEqualTo(now.token());
        assertThat(same.version()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/hook, true, true",
        "https://example.org:8443/hook?x=1, true, true",
        "http://example.org/hook, false, true",
        "https://localhost/hook, false, true",
        "https://127.0.0.1/hook, false, true",
        "https://10.1.2.3/hook, false, true",
        "https://192.168.1.1/hook, false, true",
        "https://100.64.0.1/hook, false, true",
        "https://[::1]/hook, false, true",
        "https://[fd00::1]/hook, false, true",
        "https://[::ffff:127.0.0.1]/hook, false, true",
        "https://[64:ff9b::7f00:1]/hook, false, true",
        "https://169.254.169.254/latest, false, false",
        "https://0.0.0.0/hook, false, false",
        "https://2130706433/hook, false, true",
        "https://0x7f.1/hook, false, false",
        "https://127.1/hook, false, false",
        "https://user:word@example.org/, false, false",
        "https://example.org/#x, false, false",
        "https:///hook, false, false",
        "https://example.org:70000/, false, false",
        "ftp://example.org/, false, false",
        "file:///etc/passwd, false, false",
        "/hook, false, false",
        "'https://example.org/ x', false, false",
        "'', false, false"
    })
    void knowsWhereAWebhookMayLead(String url, boolean anywhere, boolean onLoopback) {
        assertThat(new WebhookTarget(false).problem(url).isEmpty()).isEqualTo(anywhere);
        assertThat(new WebhookTarget(true).problem(url).isEmpty()).isEqualTo(onLoopback);
        if (!anywhere) {
            assertThat(fields(editing.create(OWNER, draft(CYBER, Channel.Kind.WEBHOOK, url))))
                    .containsExactly("channel.to");
        }
    }

    @Test
    void tellsTheSecretOfAWebhookOnceAndLetsTheOldOneSignForADay() {
        var webhook = draft(CYBER, Channel.Kind.WEBHOOK, "https://example.org/a");
        EditOutcome made = editing.create(OWNER, webhook);
        String id = saved(made).id();
        assertThat(secret(made)).matches("whsec_[A-Za-z0-9+/]{32}");
        assertThat(secret(editing.change(id, webhook, null))).isNull();
        assertThat(secret(editing.pause(id))).isNull();

        EditOutcome rotated = editing.rotateSecret(id);
        List<Channel.Secret> secrets = saved(rotated).channel().secrets();
        assertThat(secrets).hasSize(2);
        assertThat(secrets.getFirst()).isEqualTo(new Channel.Secret(secret(rotated), null));
        assertThat(secrets.getLast().value()).isEqualTo(secret(made));
        assertThat(Duration.between(Instant.now(), secrets.getLast().expires()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        for (int i = 0; i < 5; i++) {
            secrets = saved(editing.rotateSecret(id)).channel().secrets();
        }
        assertThat(secrets).hasSizeLessThanOrEqualTo(4);
        assertThat(secrets).filteredOn(s -> s.expires() == null).hasSize(1);

        EditOutcome elsewhere =
                editing.change(
                        id, draft(CYBER, Channel.Kind.WEBHOOK, "https://example.org/b"), null);
        assertThat(secret(elsewhere)).startsWith("whsec_");
        assertThat(saved(elsewhere).channel().secrets()).hasSize(1);

        assertThat(fields(editing.rotateSecret(made(draft(CYBER)).id())))
                .containsExactly("channel.kind");
    }

    @Test
    void pausesAndResumesAndSaysSoOnlyWhereSomethingChanged() {
        String id = made(draft(CYBER)).id();

        assertThat(saved(editing.pause(id)).state()).isEqualTo(State.PAUSED);
        assertThat(saved(editing.pause(id)).version()).isEqualTo(2);
        assertThat(saved(editing.change(id, draft(CYBER), null)).state()).isEqualTo(State.PAUSED);
        assertThat(saved(editing.resume(id)).version()).isEqualTo(4);
        assertThat(saved(editing.resume(id)).version()).isEqualTo(4);
        assertThat(saved(editing.change(id, in(State.PAUSED), 4)).state()).isEqualTo(State.PAUSED);
        assertThat(saved(editing.change(id, in(State.ACTIVE), 5)).state()).isEqualTo(State.ACTIVE);

        assertThat(editing.end(id, null)).isEqualTo(new EditOutcome.Ended(id));
        assertThat(subscriptions.find(id)).isEmpty();
        assertThat(subscriptions.count(OWNER)).isZero();
        for (EditOutcome gone :
                List.of(
                        editing.end(id, null),
                        editing.pause(id),
                        editing.resume(id),
                        editing.rotateSecret(id),
                        editing.markBroken(id, 6, "x"),
                        editing.change(id, draft(CYBER), null))) {
            assertThat(gone).isEqualTo(new EditOutcome.Unknown(id));
        }
    }

    @Test
    void breaksOnlyTheVersionThatFailedAndIsMendedByItsOwner() {
        String id = made(draft(CYBER)).id();
        saved(editing.change(id, draft(CYBER), null));

        assertThat(editing.markBroken(id, 1, "stuk")).isEqualTo(new EditOutcome.Overtaken(2));
        Subscription broken = saved(editing.markBroken(id, 2, "stuk"));
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.message()).isEqualTo("stuk");
        assertThat(saved(editing.pause(id))).isEqualTo(broken);

        Subscription mended = saved(editing.change(id, draft(CYBER), null));
        assertThat(mended.state()).isEqualTo(State.ACTIVE);
        assertThat(mended.message()).isNull();
        saved(editing.markBroken(id, 4, "stuk"));
        assertThat(saved(editing.resume(id)).message()).isNull();
    }

    @Test
    void decidesOnWhatIsInForceWhenItIsWritten() {
        String id = made(draft(CYBER)).id();
        log.before =
                () -> {
                    log.before = () -> {};
                    saved(editing.pause(id));
                };

        assertThat(editing.change(id, draft(CYBER), 1)).isEqualTo(new EditOutcome.Overtaken(2));
        assertThat(editing.end(id, 1)).isEqualTo(new EditOutcome.Overtaken(2));

        log.instead = Optional.of(new SubscriptionLog.Outcome.Busy());
        assertThat(editing.pause(id)).isInstanceOf(EditOutcome.Busy.class);
        log.instead = Optional.of(new SubscriptionLog.Outcome.Unavailable("away", false));
        assertThat(editing.pause(id)).isEqualTo(new EditOutcome.Unavailable("away", false));
    }

    @Test
    void listsThoseOfOnePersonTheNewestFirstPageByPage() {
        List<Subscription> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(made(draft(CYBER)));
        }
        all.sort((a, b) -> Subscriptions.Place.of(a).compareTo(Subscriptions.Place.of(b)));
        assertThat(subscriptions.of(OWNER)).isEqualTo(all);
        assertThat(subscriptions.of(OWNER, null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(subscriptions.of(OWNER, Subscriptions.Place.of(all.get(1)), 9))
                .isEqualTo(all.subList(2, 5));
        assertThat(subscriptions.of("other")).isEmpty();
        assertThat(subscriptions.of(new Recipient(OWNER, Channel.Kind.INBOX, null))).hasSize(5);
    }
}
