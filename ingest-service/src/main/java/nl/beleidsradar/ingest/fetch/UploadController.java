package nl.beleidsradar.ingest.fetch;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerUnavailable;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.store.Stored;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes documents by upload; the answer comes once the ledger has them. */
@RestController
final class UploadController {

    private static final int MAX_METADATA = 64 * 1024;

    private final Intake intake;
    private final HarvestLedger ledger;
    private final DocumentTypes types;
    private final SourceCatalog catalog;

    UploadController(
            Intake intake, HarvestLedger ledger, DocumentTypes types, SourceCatalog catalog) {
        this.catalog = catalog;
        this.intake = intake;
        this.ledger = ledger;
        this.types = types;
    }

    /** The answer to an upload: where to ask how far it is. */
    record Accepted(String id, String status) {}

    @PostMapping(path = "/api/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted upload(HttpServletRequest request) throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null) {
            throw new BadRequest("part file is missing");
        }
        UploadMetadata metadata = UploadMetadata.read(metadata(request.getPart("metadata")));
        if (metadata.source().equals("folder") || catalog.isReserved(metadata.source())) {
            throw new ReservedSource(metadata.source());
        }
        metadata.documentId("checked-before-reading");
        if (!ledger.isLoaded()) {
            throw new LedgerUnavailable("starting: the ledger is not read yet", null);
        }
        return accept(file, metadata);
    }

    private Accepted accept(Part file, UploadMetadata metadata) throws IOException {
        long start = System.nanoTime();
        Stored stored;
        try (InputStream in = file.getInputStream()) {
            stored = intake.store(in);
        }
        DocumentId id = metadata.documentId(stored.contentHash());
        String name = fileName(file.getSubmittedFileName());
        Receipt receipt =
                new Receipt(
                        stored.contentHash(),
                        stored.size(),
                        metadata.facts(name, types),
                        ledger.now(),
                        false);
        intake.receive(id, stored, receipt, start);
        return new Accepted(id.toString(), "/api/documents/" + id + "/status");
    }

    private static byte[] metadata(@Nullable Part part) throws IOException {
        if (part == null) {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        if (part.getSize() > MAX_METADATA) {
            throw new BadRequest("part metadata is larger than " + MAX_METADATA + " bytes");
        }
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(MAX_METADATA);
        }
    }

    /** The last part of the name only: some browsers send a whole path. */
    private static @Nullable String fileName(@Nullable String submitted) {
        if (submitted == null || submitted.isBlank()) {
            return null;
        }
        String name = submitted.substring(submitted.replace('\\', '/').lastIndexOf('/') + 1);
        return name.substring(0, Math.min(name.length(), 255));
    }
}
