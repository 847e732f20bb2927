package nl.beleidsradar.ingest.fetch;

import java.util.Objects;
import nl.beleidsradar.ingest.ledger.LedgerUnavailable;
import nl.beleidsradar.ingest.store.StoreUnavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What can go wrong with an upload, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class IntakeProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "the upload is larger than 256 MiB");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MultipartException e) {
        return problem(HttpStatus.BAD_REQUEST, "the multipart body is malformed");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reserved(ReservedSource e) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT, Objects.requireNonNullElse(e.getMessage(), ""));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(LedgerUnavailable e) {
        return later("the event log does not answer; try again later");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(StoreUnavailable e) {
        return later("the document store cannot be written; try again later");
    }

    private static ResponseEntity<ProblemDetail> later(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
