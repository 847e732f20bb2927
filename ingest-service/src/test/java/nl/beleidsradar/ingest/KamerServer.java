package nl.beleidsradar.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The SyncFeed and the OData interface of the Tweede Kamer in small, on a {@link ReplayServer}: its
 * documents can be changed while it runs. Made from the schemas, not recorded.
 */
public final class KamerServer implements AutoCloseable {

    private static final String DATA = "http://www.tweedekamer.nl/xsd/tkData/v1-0";
    private static final int PAGE = 10;

    /**
     * One change of one document; without a body it is a tombstone.
     *
     * @param token where it stands in the list
     * @param revision the token under which this version was first listed
     */
    private record Change(String guid, String number, String body, int token, int revision) {}

    public final ReplayServer server = ReplayServer.start();
    private final NavigableMap<Integer, Change> changes = new TreeMap<>();
    private final Map<String, Integer> tokens = new HashMap<>();
    private final int page;
    private int last;

    public KamerServer() {
        this(PAGE);
    }

    /**
     * @param page entries on a page of the SyncFeed; the real one has 250
     */
    public KamerServer(int page) {
        this.page = page;
        server.serve("/SyncFeed/2.0/Feed", this::feed);
        server.serve("/OData/v4/2.0/Document", this::rows);
        server.serve(
                "/OData/v4/2.0/Document/$count",
                r -> ReplayServer.Answer.of("text/plain", count()));
    }

    public static String number(int i) {
        return "2025D%05d".formatted(i);
    }

    public static String guid(int i) {
        return UUID.nameUUIDFromBytes(("guid" + i).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Publishes a document, or its next version. */
    public synchronized KamerServer put(int i, String body) {
        String guid = guid(i);
        last++;
        list(new Change(guid, number(i), body, last, last));
        ReplayServer.Answer file =
                ReplayServer.Answer.of("text/plain", body.getBytes(StandardCharsets.UTF_8));
        server.serve("/SyncFeed/2.0/Resources/" + guid, file);
        server.serve("/OData/v4/2.0/Document(" + guid + ")/resource", file);
        return this;
    }

    public synchronized KamerServer withdraw(int i) {
        last++;
        list(new Change(guid(i), number(i), "", last, last));
        return this;
    }

    /** Lists a document once more as it is, under the revision it has. */
    public synchronized KamerServer listAgain(int i) {
        Change was = changes.get(tokens.get(guid(i)));
        list(new Change(was.guid(), was.number(), was.body(), ++last, was.revision()));
        return this;
    }

    private void list(Change change) {
        Integer before = tokens.put(change.guid(), change.token());
        if (before != null) {
            changes.remove(before);
        }
        changes.put(change.token(), change);
    }

    public String base() {
        return server.base().toString();
    }

    private synchronized ReplayServer.Answer feed(ReplayServer.Request request) {
        String token = request.parameter("skiptoken");
        int from = token.isEmpty() ? 0 : Integer.parseInt(token);
        List<Change> listed = changes.tailMap(from, false).values().stream().limit(page).toList();
        StringBuilder xml = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
        listed.forEach(change -> xml.append(entry(change)));
        if (listed.isEmpty()) {
            xml.append("<link rel=\"resume\" href=\"" + link(from) + "\"/>");
        }
        return ReplayServer.Answer.of(
                "application/atom+xml",
                xml.append("</feed>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private String link(int token) {
        return base() + "/SyncFeed/2.0/Feed?skiptoken=" + token + "&amp;category=Document";
    }

    private String entry(Change change) {
        boolean gone = change.body().isEmpty();
        return """
        <entry><title>%1$s</title><id>urn:entiteiten/%1$s</id><link rel="next" href="%2$s"/>%3$s
        <content type="application/xml"><tk:document xmlns:tk="%4$s" id="%1$s"
        tk:verwijderd="%5$s" tk:bijgewerkt="r%6$d">%7$s</tk:document></content></entry>\
        """
                .formatted(
                        change.guid(),
                        link(change.token()),
                        gone
                                ? ""
                                : "<link rel=\"enclosure\" href=\"%s/SyncFeed/2.0/Resources/%s\"/>"
                                        .formatted(base(), change.guid()),
                        DATA,
                        gone,
                        change.revision(),
                        gone
                                ? ""
                                : """
                                <tk:soort>Motie</tk:soort><tk:documentNummer>%s</tk:documentNummer>
                                <tk:onderwerp>Motie over onderwerp %s</tk:onderwerp>
                                <tk:datum>2025-10-01T00:00:00</tk:datum>\
                                """
                                        .formatted(change.number(), change.number()));
    }

    private synchronized ReplayServer.Answer rows(ReplayServer.Request request) {
        String since = request.parameter("$filter").replace("ApiGewijzigdOp ge ", "");
        int skip =
                request.parameter("$skip").isEmpty()
                        ? 0
                        : Integer.parseInt(request.parameter("$skip"));
        int top = Integer.parseInt(request.parameter("$top"));
        List<String> rows = new ArrayList<>();
        for (Change change : changes.values()) {
            String moment = moment(change.token());
            if (moment.compareTo(since) >= 0) {
                rows.add(row(change, moment));
            }
        }
        List<String> page = rows.stream().skip(skip).limit(top).toList();
        return ReplayServer.Answer.json("{\"value\":[" + String.join(",", page) + "]}");
    }

    /** Four rows share a moment. */
    private static String moment(int i) {
        return "2025-10-01T%02d:%02d:00.1234567Z".formatted(i / 240, i / 4 % 60);
    }

    private static String row(Change change, String moment) {
        boolean gone = change.body().isEmpty();
        String fields =
                """
                "DocumentNummer":"%s","Soort":"Motie","Onderwerp":"Motie over onderwerp %s",
                "Datum":"2025-10-01T00:00:00+02:00","ContentLength":5,"Volgnummer":7,
                "Kamerstukdossier":[{"Nummer":36600,"Toevoeging":"VII"}],\
                """
                        .formatted(change.number(), change.number());
        return """
        {"Id":"%s","Verwijderd":%s,%s "ApiGewijzigdOp":"%s","GewijzigdOp":"r%d"}\
        """
                .formatted(change.guid(), gone, gone ? "" : fields, moment, change.revision());
    }

    private synchronized byte[] count() {
        long here = changes.values().stream().filter(c -> !c.body().isEmpty()).count();
        return Long.toString(here).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
