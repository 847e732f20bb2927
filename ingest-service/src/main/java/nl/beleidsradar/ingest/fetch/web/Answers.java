package nl.beleidsradar.ingest.fetch.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.fetch.feed.Fetched;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * What an answer holds, or the fault it shows: packed, too large, an error page in place of a file,
 * other bytes than were listed.
 */
record Answers(TransferLimits limits) {

    private static final Pattern NO_PAGE = Pattern.compile(".*\\.(pdf|odt|docx?|xml|rtf|zip)");

    /** A page of a list, or that it is as it was, or not there. */
    Fetched page(FeedSource source, ClassicHttpResponse response, URI from) throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return new Fetched.NotModified();
        }
        if (status != 200) {
            return new Fetched.Absent(status);
        }
        try (InputStream in = body(response, source.pageLimit(), limits.page())) {
            return new Fetched.Body(
                    in.readAllBytes(),
                    from,
                    header(response, "Content-Type"),
                    header(response, "ETag"),
                    header(response, "Last-Modified"));
        }
    }

    /** A whole file, its bytes held to the sum that the source lists. */
    <T> Downloaded<T> file(
            FeedSource source,
            ListedFile file,
            long limit,
            Receiver<T> receiver,
            ClassicHttpResponse response,
            URI from)
            throws IOException {
        if (response.getCode() != 200) {
            throw failed(new FetchFailed(Fault.ABSENT, "answered " + response.getCode()));
        }
        String type = header(response, "Content-Type");
        refuseErrorPage(source, file, from, type);
        try (var in = new DigestInputStream(body(response, limit, limits.file()), sha1())) {
            T value = receiver.take(in);
            String sum = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (file.sha1() != null && !file.sha1().equals(sum)) {
                throw failed(FetchFailed.broken("other bytes than the source lists"));
            }
            return new Downloaded<>(value, from, type);
        }
    }

    private InputStream body(ClassicHttpResponse response, long limit, Duration within)
            throws IOException {
        String packed = header(response, "Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            throw failed(FetchFailed.broken("packed as " + packed + ", which was not asked"));
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        String written = header(response, "Content-Length");
        long announced =
                written != null && written.matches("\\d{1,18}") ? Long.parseLong(written) : -1;
        if (announced > limit) {
            throw failed(new FetchFailed(Fault.TOO_LARGE, announced + " bytes, at most " + limit));
        }
        return new AnnouncedBody(entity.getContent(), announced, limit, limits, within);
    }

    /** Some hosts send a page that says "not here", or "later", with a status that says "here". */
    private static void refuseErrorPage(
            FeedSource source, ListedFile file, URI from, @Nullable String type)
            throws CarriedFault {
        String is = type == null ? "" : type.toLowerCase(Locale.ROOT);
        String path = String.valueOf(file.address().getPath()).toLowerCase(Locale.ROOT);
        String name = String.valueOf(file.fileName()).toLowerCase(Locale.ROOT);
        boolean html = is.startsWith("text/html") || is.startsWith("application/xhtml");
        boolean elsewhere = !from.equals(file.address());
        boolean named =
                String.valueOf(from.getPath())
                        .matches(
                                source.setting("errorPage", "(?i).*(fout-?404|notfound|/error).*"));
        if (elsewhere && (named || (html && !path.matches(".*(\\.x?html?|/html(/.*)?)$")))) {
            throw failed(new FetchFailed(Fault.ABSENT, "redirected to a page, not to the file"));
        }
        if (html && (NO_PAGE.matcher(path).matches() || NO_PAGE.matcher(name).matches())) {
            throw failed(FetchFailed.broken("a web page where a document should be"));
        }
        if (is.startsWith("application/json")) {
            throw failed(new FetchFailed(Fault.BROKEN, "JSON where a document should be"));
        }
    }

    /** Where a redirect leads. */
    static URI location(ClassicHttpResponse response, URI at) throws CarriedFault {
        String to = header(response, "Location");
        try {
            if (to != null) {
                return at.resolve(to);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw failed(FetchFailed.broken("a redirect to nowhere"));
    }

    static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CarriedFault failed(FetchFailed e) {
        return new CarriedFault(e);
    }
}
