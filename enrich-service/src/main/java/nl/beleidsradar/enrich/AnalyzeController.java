package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.InputStream;
import nl.beleidsradar.service.BadRequest;
import org.springframework.http.MediaType;
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
        return analyzed(AnalyzeInput.of(null, null, LimitedBody.text(body, maxBody), null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    byte[] json(InputStream body) throws IOException {
        byte[] bytes = LimitedBody.bytes(body, maxBody);
        try {
            return analyzed(json.read(bytes, "documentId"));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private byte[] analyzed(AnalyzeInput input) {
        return json.write(input.id(), enricher.findings(input.document()));
    }
}
