package nl.beleidsradar.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a server may do wrong; {@link ReplayServer} does it instead of answering as it should. */
public sealed interface ReplayFault {

    /** Another status, without the body that was asked for. */
    record Status(int code, Map<String, String> headers, String body) implements ReplayFault {}

    /** Announces more (positive) or fewer (negative) bytes than it sends, then hangs up. */
    record WrongLength(int more) implements ReplayFault {}

    /** A byte at a time. */
    record Drip(Duration pause) implements ReplayFault {}

    /** Takes the request and says nothing until the server stops. */
    record Hang() implements ReplayFault {}

    /**
     * Closes the connection without an answer; the JDK client then asks a second time by itself.
     */
    record HangUp() implements ReplayFault {}

    /** Answers 200 with a text that is not what it should be. */
    record Changed(UnaryOperator<String> change) implements ReplayFault {}

    static ReplayFault status(int code) {
        return new Status(code, Map.of("Content-Type", "text/plain"), "status " + code);
    }

    static ReplayFault retryAfter(int code, String retryAfter) {
        return new Status(code, Map.of("Retry-After", retryAfter), "");
    }

    static ReplayFault redirect(String location) {
        return new Status(302, Map.of("Location", location), "");
    }

    /** As the Tweede Kamer answers for a file it lists but does not have. */
    static ReplayFault json404() {
        return new Status(
                404,
                Map.of("Content-Type", "application/json"),
                "{\"status\":404,\"error\":\"Not Found\"}");
    }

    static ReplayFault drip() {
        return new Drip(Duration.ofSeconds(1));
    }

    /** The second half is missing; announced length and body agree. */
    static ReplayFault malformed() {
        return new Changed(body -> body.substring(0, body.length() / 2));
    }

    /** Another prefix for the same namespace, in tags and attributes. */
    static ReplayFault prefix(String from, String to) {
        return new Changed(body ->
                body.replaceAll("(</?|\\s)" + Pattern.quote(from) + ":", "$1" + to + ":")
                        .replace("xmlns:" + from + "=", "xmlns:" + to + "="));
    }

    /** A DTD whose entity points elsewhere, used in the first element. */
    static ReplayFault externalEntity(String systemId) {
        return doctype("<!ENTITY x SYSTEM \"" + systemId + "\">");
    }

    /** Entities that grow to gigabytes when they are expanded. */
    static ReplayFault billionLaughs() {
        StringBuilder dtd = new StringBuilder("<!ENTITY x0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
        }
        return doctype(dtd + "<!ENTITY x \"&x29;\">");
    }

    private static ReplayFault doctype(String dtd) {
        Pattern root = Pattern.compile("<([A-Za-z][\\w.:-]*)([^>]*)>");
        return new Changed(
                body -> root.matcher(body).replaceFirst("<!DOCTYPE $1 [" + dtd + "]><$1$2>&x;"));
    }

    /** The text of an answer under this fault; only for {@link Changed}. */
    static byte[] changed(Changed fault, byte[] body) {
        return fault.change()
                .apply(new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
