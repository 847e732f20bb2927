package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Acts of the European Union: the notifications of the Publications Office tell which works were
 * created, updated or deleted; each is then asked for by its CELEX number, in the language and
 * format that can be had. A notification has neither title nor date: these come from the text.
 * Settings: {@code resource} (where works are), {@code celex} (pattern of the numbers to follow),
 * {@code languages} (three letters, best first), {@code actions}, {@code from}, {@code overlap}.
 */
public final class CellarKind implements FeedKind {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern CELEX = Pattern.compile("[0-9CE][0-9A-Z()_/.-]{5,60}");
    private static final Pattern DESCRIPTOR = Pattern.compile("[0-9CE][0-9]{4}([A-Z]{1,2})[0-9].*");
    private static final int MOST_PAGES = 10_000;

    private final Clock clock;

    public CellarKind(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cellar";
    }

    @Override
    public boolean tellsInOrder() {
        return false;
    }

    @Override
    public Optional<String> startOfNew(FeedSource source, Instant now) {
        Instant dayAgo = now.minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(FeedCursor.start().with("since", dayAgo).toString());
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher)
            throws FetchFailed {
        FeedCursor at = FeedCursor.of(cursor);
        List<String> actions =
                List.of(source.setting("actions", "CREATE,UPDATE,DELETE").split(","));
        Instant since =
                Objects.requireNonNullElseGet(
                        at.instant("since"),
                        () -> Instant.parse(source.setting("from", "2024-01-01T00:00:00Z")));
        int action = Math.min(at.number("action", 0), actions.size() - 1);
        int number = Math.max(1, at.number("page", 1));
        CellarNotifications page =
                CellarNotifications.of(
                        fetcher.body(
                                        address(source, since, actions.get(action), number),
                                        Map.of("Accept", "application/atom+xml"))
                                .bytes());
        if (page.more() && (page.entries().isEmpty() || number >= MOST_PAGES)) {
            throw FetchFailed.broken("more notifications are announced after page " + number);
        }
        // The actions are read one after another: all are read up to where the first one was.
        Instant top = action == 0 ? newest(page, at.instant("top")) : at.instant("top");
        boolean end = !page.more() && action == actions.size() - 1;
        FeedCursor next = at.with("since", since).with("top", top);
        if (end) {
            next = nextSweep(source, since, top);
        } else if (page.more()) {
            next = next.with("page", number + 1);
        } else {
            next = next.with("action", action + 1).with("page", null);
        }
        return page(source, page, next, end);
    }

    private static URI address(FeedSource source, Instant since, String action, int page) {
        return URI.create(
                source.base()
                        + "/ingestion?startDate="
                        + URLEncoder.encode(SECONDS.format(since), StandardCharsets.UTF_8)
                        + "&type="
                        + action
                        + "&wemiClasses=work&page="
                        + page);
    }

    /** One dated in the future must not make us skip what comes before it. */
    private @Nullable Instant newest(CellarNotifications page, @Nullable Instant top) {
        Instant newest = top;
        for (CellarNotifications.Entry entry : page.entries()) {
            if (entry.at() != null && !entry.at().isAfter(clock.instant())) {
                newest = FeedValues.later(newest, entry.at());
            }
        }
        return newest;
    }

    private static FeedCursor nextSweep(FeedSource source, Instant since, @Nullable Instant top) {
        Duration overlap = Duration.parse(source.setting("overlap", "PT1H"));
        Instant from = top == null ? since : top.minus(overlap).truncatedTo(ChronoUnit.SECONDS);
        return FeedCursor.start().with("since", from.isBefore(since) ? since : from);
    }

    /** Of several notifications for one work on a page the latest counts. */
    private static FeedPage page(
            FeedSource source, CellarNotifications page, FeedCursor next, boolean end) {
        Pattern followed =
                Pattern.compile(
                        source.setting("celex", "3\\d{4}[RLD]\\d{4}|5\\d{4}(PC|DC|JC)\\d{4}"));
        Map<String, CellarNotifications.Entry> latest = new LinkedHashMap<>();
        for (CellarNotifications.Entry entry : page.entries()) {
            String celex = entry.celex();
            if (celex != null
                    && CELEX.matcher(celex).matches()
                    && followed.matcher(celex).matches()) {
                latest.merge(celex, entry, CellarNotifications.Entry::later);
            }
        }
        List<ListedDocument> documents = new ArrayList<>();
        List<FeedPage.Removal> removed = new ArrayList<>();
        latest.forEach((celex, entry) -> {
            String local = FeedValues.local(celex);
            if (entry.action().equalsIgnoreCase("delete")) {
                removed.add(new FeedPage.Removal(local, entry.at()));
            } else {
                documents.add(document(source, local, celex, entry));
            }
        });
        return new FeedPage(documents, removed, next.toString(), end);
    }

    private static ListedDocument document(
            FeedSource source, String local, String celex, CellarNotifications.Entry entry) {
        String address =
                source.setting("resource") + "/" + URLEncoder.encode(celex, StandardCharsets.UTF_8);
        List<ListedFile> files = new ArrayList<>();
        for (String language : source.setting("languages", "nld").split(",")) {
            files.add(file(address, language, "application/xhtml+xml", local + ".xhtml"));
            files.add(
                    file(
                            address,
                            language,
                            "application/pdf, application/pdf;type=pdfa2a, application/pdf;type=pdfa1a",
                            local + ".pdf"));
        }
        Facts facts =
                new Facts(
                        null,
                        null,
                        type(source, celex, entry),
                        null,
                        null,
                        "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:" + celex,
                        Map.of("officialId", List.of(celex)));
        return new ListedDocument(local, null, facts, files, entry.revision(), entry.at());
    }

    private static ListedFile file(String address, String language, String accept, String name) {
        return new ListedFile(
                URI.create(address), Map.of("Accept", accept, "Accept-Language", language), name);
    }

    /** By what the notification says the work is, or else by the letters in its number. */
    private static @Nullable String type(
            FeedSource source, String celex, CellarNotifications.Entry entry) {
        for (String kind : entry.kinds()) {
            if (source.typeOf(kind) != null) {
                return source.typeOf(kind);
            }
        }
        Matcher letters = DESCRIPTOR.matcher(celex);
        return letters.matches() ? source.typeOf(letters.group(1)) : null;
    }
}
