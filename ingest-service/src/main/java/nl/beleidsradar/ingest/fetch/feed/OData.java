package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OData 4 interface of the Tweede Kamer's Gegevensmagazijn, read by {@code ApiGewijzigdOp}. The
 * cursor is that moment and how many rows of just that moment are skipped, so that no link of the
 * server is followed. At the end it goes back a little: rows appear a while after their time.
 */
public final class OData implements FeedKind {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int READ_AGAIN = 10;
    private static final String BEGINNING = "1900-01-01T00:00:00Z";

    private record Cursor(String since, int skip) {

        static Cursor parse(@Nullable String written) throws FetchFailed {
            if (written == null) {
                return new Cursor(BEGINNING, 0);
            }
            String[] parts = written.split(";", 2);
            try {
                int skip = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
                Instant ignored = Instant.parse(parts[0]);
                return new Cursor(parts[0], skip);
            } catch (DateTimeException | NumberFormatException e) {
                throw new FetchFailed(FetchFailed.Fault.FORBIDDEN, "a cursor of another form");
            }
        }

        @Override
        public String toString() {
            return since + ";" + skip;
        }
    }

    @Override
    public String name() {
        return "odata";
    }

    @Override
    public Optional<String> startOfNew(FeedSource source, Instant now) {
        return Optional.of(new Cursor(now.minus(overlap(source)).toString(), 0).toString());
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher)
            throws FetchFailed {
        Cursor from = Cursor.parse(cursor);
        int size = source.number("pageSize", 250);
        JsonNode root = parsed(fetcher.body(address(source, from, size)).bytes());
        JsonNode rows = root.get("value");
        if (rows == null || !rows.isArray()) {
            throw FetchFailed.broken("no list of rows");
        }
        List<ListedDocument> documents = new ArrayList<>();
        List<FeedPage.Removal> removed = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        for (JsonNode row : rows) {
            moments.add(row(source, row, documents, removed));
        }
        boolean more = rows.size() >= size || root.hasNonNull("@odata.nextLink");
        if (more && !moments.isEmpty()) {
            return new FeedPage(documents, removed, behind(from, moments).toString(), false);
        }
        String last = moments.isEmpty() ? from.since() : moments.getLast();
        return new FeedPage(
                documents,
                removed,
                new Cursor(goBack(source, from, last), 0).toString(),
                true,
                count(source, fetcher));
    }

    private static String row(
            FeedSource source,
            JsonNode row,
            List<ListedDocument> documents,
            List<FeedPage.Removal> removed)
            throws FetchFailed {
        String guid = text(row, "Id").orElse("").toLowerCase(Locale.ROOT);
        String moment = text(row, "ApiGewijzigdOp").orElse("");
        if (!KamerDocument.isGuid(guid) || moment.isEmpty()) {
            throw FetchFailed.broken("a row without Id or ApiGewijzigdOp");
        }
        if (row.path("Verwijderd").asBoolean(false)) {
            removed.add(new FeedPage.Removal(guid));
            return moment;
        }
        Map<String, String> fields = new HashMap<>();
        row.properties()
                .forEach(p -> {
                    if (p.getValue().isValueNode() && !p.getValue().isNull()) {
                        fields.put(p.getKey().toLowerCase(Locale.ROOT), p.getValue().asString());
                    }
                });
        dossier(row).ifPresent(d -> fields.put("dossier", d));
        URI file = URI.create(entity(source) + "(" + guid + ")/resource");
        boolean has = row.path("ContentLength").asLong(0) > 0;
        documents.add(
                new KamerDocument(guid, fields)
                        .listed(
                                source,
                                has ? file : null,
                                text(row, "GewijzigdOp").orElse(moment)));
        return moment;
    }

    private static Optional<String> dossier(JsonNode row) {
        JsonNode first = row.path("Kamerstukdossier").path(0);
        return text(first, "Nummer")
                .map(n -> n + text(first, "Toevoeging").map(t -> "-" + t).orElse(""));
    }

    /**
     * A row that changes before the next page is asked moves to the end, and those behind it move
     * up: rows are skipped only where a page holds a single moment, and a few less than were read.
     * Each page still leads on, to a later moment or by a row.
     */
    private static Cursor behind(Cursor from, List<String> moments) {
        String last = moments.getLast();
        boolean further = last.equals(from.since());
        if (!further && !moments.stream().allMatch(last::equals)) {
            return new Cursor(last, 0);
        }
        int skipped = further ? from.skip() : 0;
        return new Cursor(last, skipped + Math.max(1, moments.size() - READ_AGAIN));
    }

    /** Never before where it began: the overlap must not make it creep backwards. */
    private static String goBack(FeedSource source, Cursor from, String last) throws FetchFailed {
        try {
            Instant back = Instant.parse(last).minus(overlap(source));
            return back.isAfter(Instant.parse(from.since())) ? back.toString() : from.since();
        } catch (DateTimeException e) {
            throw FetchFailed.broken("ApiGewijzigdOp is no moment");
        }
    }

    /** How many documents with a file there are; null where the source does not tell now. */
    private static @Nullable Long count(FeedSource source, Fetcher fetcher) {
        String filter = encoded("Verwijderd eq false and ContentLength gt 0");
        try {
            byte[] answer =
                    fetcher.body(URI.create(entity(source) + "/$count?$filter=" + filter)).bytes();
            String number =
                    new String(answer, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
            return number.matches("\\d{1,12}") ? Long.valueOf(number) : null;
        } catch (FetchFailed e) {
            return null;
        }
    }

    private static URI address(FeedSource source, Cursor from, int size) {
        String skip = from.skip() == 0 ? "" : "&$skip=" + from.skip();
        String expand = source.setting("expand", "");
        return URI.create(
                entity(source)
                        + "?$filter="
                        + encoded("ApiGewijzigdOp ge " + from.since())
                        + "&$orderby=ApiGewijzigdOp,Id&$top="
                        + size
                        + skip
                        + (expand.isEmpty() ? "" : "&$expand=" + encoded(expand)));
    }

    private static String entity(FeedSource source) {
        return source.base() + "/" + source.setting("entity");
    }

    private static Duration overlap(FeedSource source) {
        return DurationStyle.detectAndParse(source.setting("overlap", "10m"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode parsed(byte[] json) throws FetchFailed {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw FetchFailed.broken("malformed JSON");
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asString())
                : Optional.empty();
    }
}
