package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nl.beleidsradar.service.BadRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/analyze}: what the service finds in a text that is sent to it; nothing is kept.
 * Needs no broker.
 */
@RestController
@RequestMapping(path = "/api/analyze", produces = MediaType.APPLICATION_JSON_VALUE)
class AnalyzeController {

    private final Enricher enricher;
    private final int maxBody;
    private final AnalyzeJson json;

    AnalyzeController(Enricher enricher, EnrichSettings settings) {
        this.enricher = enricher;
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
        this.json = new AnalyzeJson(maxBody);
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    byte[] text(InputStream body) throws IOException {
        return analyzed(AnalyzeInput.of(null, null, utf8(limited(body)), null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] json(InputStream body) throws IOException {
        byte[] bytes = limited(body);
        try {
            return analyzed(json.read(bytes, "documentId"));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private byte[] analyzed(AnalyzeInput input) {
        return json.write(input.id(), enricher.findings(input.document()));
    }

    private byte[] limited(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(maxBody);
        if (bytes.length == maxBody && body.read() >= 0) {
            throw new ErrorResponseException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "the body may have at most " + maxBody + " bytes"),
                    null);
        }
        return bytes;
    }

    private static String utf8(byte[] bytes) {
        if (bytes.length == 0) {
            throw new BadRequest("text is missing");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("the text is not UTF-8");
        }
    }
}
