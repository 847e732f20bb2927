package nl.beleidsradar.search.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.DocumentView;
import nl.beleidsradar.search.query.Original;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One document: what is known of it, its text, and its original bytes. */
@RestController
class DocumentApi {

    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final DocumentSearch search;

    DocumentApi(DocumentSearch search) {
        this.search = search;
    }

    @GetMapping("/api/documents/{id}")
    DocumentView document(@PathVariable String id) {
        return search.document(id).orElseThrow(() -> Missing.document(id));
    }

    @GetMapping("/api/documents/{id}/text")
    ResponseEntity<byte[]> text(@PathVariable String id) {
        String text = search.text(id).orElseThrow(() -> Missing.document(id));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file from elsewhere: never shown by the browser as one of our pages. */
    @GetMapping("/api/documents/{id}/original")
    ResponseEntity<Resource> original(@PathVariable String id) throws IOException {
        Original original = search.original(id).orElseThrow(() -> Missing.original(id));
        return ResponseEntity.ok()
                .contentType(mediaType(original.mediaType()))
                .contentLength(original.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(original.fileName())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(original.content()::open));
    }

    private static MediaType mediaType(String detected) {
        try {
            return MediaType.parseMediaType(detected);
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
