package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ministries publish at open.overheid.nl, by the JSON its own pages use: not documented and
 * revocable. The newest changes come first, so pages are read until all of one is known from the
 * sweep before. Settings: {@code pageSize} (10, 20 or 50), {@code files} (where files are), {@code
 * from} (older changes than this day are never asked for), {@code overlap} (how far each sweep goes
 * back: a change may show after another of the same moment).
 */
public final class OpenOverheidKind implements FeedKind {

    private static final Logger LOG = LoggerFactory.getLogger(OpenOverheidKind.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> PAGE_SIZES = Set.of(10, 20, 50);
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Clock clock;

    public OpenOverheidKind() {
        this(Clock.systemUTC());
    }

    OpenOverheidKind(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "open-overheid";
    }

    @Override
    public Optional<String> startOfNew(FeedSource source, Instant now) {
        return Optional.of(FeedCursor.start().with("known", now.minusSeconds(86_400)).toString());
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher)
            throws FetchFailed {
        FeedCursor at = FeedCursor.of(cursor);
        Instant known =
                FeedValues.later(
                        at.instant("known"), FeedValues.moment(source.settings().get("from")));
        int start = at.number("start", 0);
        int size = pageSize(source);
        JsonNode list = json(fetcher.body(address(source, start, size)));
        JsonNode hits = list.path("resultaten");
        if (!hits.isArray() || !list.path("totaal").isNumber()) {
            throw FetchFailed.broken("a list without results and their number");
        }
        Instant top = at.instant("top");
        boolean anyNew = false;
        List<ListedDocument> documents = new ArrayList<>();
        for (JsonNode hit : hits) {
            Instant changed =
                    FeedValues.moment(hit.at("/document/mutatiedatumtijd").asString(null));
            boolean fresh = changed == null || known == null || !changed.isBefore(known);
            if (changed != null) {
                anyNew |= fresh;
                // One dated in the future must not make us skip what comes before it.
                top = changed.isAfter(clock.instant()) ? top : FeedValues.later(top, changed);
            }
            if (fresh) {
                documents.addAll(documents(source, hit, fetcher));
            }
        }
        boolean end = !anyNew || start + size >= list.path("totaal").asLong();
        FeedCursor next =
                end
                        ? FeedCursor.start().with("known", nextKnown(source, known, top))
                        : at.with("known", known).with("top", top).with("start", start + size);
        return new FeedPage(
                documents, List.of(), next.toString(), end, list.path("totaal").asLong());
    }

    /** Never before where it was: the overlap must not make it creep backwards. */
    private static @Nullable Instant nextKnown(
            FeedSource source, @Nullable Instant known, @Nullable Instant top) {
        Duration overlap = Duration.parse(source.setting("overlap", "PT10M"));
        return FeedValues.later(known, top == null ? null : top.minus(overlap));
    }

    private static URI address(FeedSource source, int start, int size) {
        return URI.create(
                source.base()
                        + "/zoek?zoektekst=&start="
                        + start
                        + "&aantalResultaten="
                        + size
                        + "&sort=laatst-gewijzigd");
    }

    private static int pageSize(FeedSource source) {
        int size = source.number("pageSize", 50);
        if (!PAGE_SIZES.contains(size)) {
            throw new IllegalArgumentException(source.id() + ": pageSize must be 10, 20 or 50");
        }
        return size;
    }

    /** The files of one hit; its details where they can be had, else what the list says. */
    private static List<ListedDocument> documents(FeedSource source, JsonNode hit, Fetcher fetcher)
            throws FetchFailed {
        OpenDocument listed = OpenDocument.of(source, hit.path("document"));
        if (!UUID.matcher(listed.id()).matches()) {
            throw FetchFailed.broken("a hit without an id");
        }
        if (!hit.path("bestandsType").isString()) {
            return List.of();
        }
        try {
            return listed.detailed(
                    json(fetcher.body(URI.create(source.base() + "/zoek/" + listed.id()))));
        } catch (FetchFailed e) {
            if (e.asksForRest() || e.fault() == FetchFailed.Fault.UNREACHABLE) {
                throw e;
            }
            LOG.warn("{}:{} without details: {}", source.source(), listed.id(), e.getMessage());
            return List.of(listed.fromList());
        }
    }

    private static JsonNode json(Fetched.Body body) throws FetchFailed {
        try {
            return JSON.readTree(body.bytes());
        } catch (JacksonException e) {
            throw FetchFailed.broken("malformed JSON");
        }
    }
}
