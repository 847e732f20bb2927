package nl.beleidsradar.search.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Answers 404 with what it is that is not there. */
final class Missing {

    private Missing() {}

    static ErrorResponseException document(String id) {
        return problem("there is no document " + id);
    }

    static ErrorResponseException original(String id) {
        return problem("there is no original of document " + id);
    }

    static ErrorResponseException theme(String id) {
        return problem("there is no theme " + id);
    }

    static ErrorResponseException subscription(String id) {
        return problem("there is no subscription " + id);
    }

    private static ErrorResponseException problem(String detail) {
        HttpStatus status = HttpStatus.NOT_FOUND;
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
