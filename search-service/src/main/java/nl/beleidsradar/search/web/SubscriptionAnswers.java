package nl.beleidsradar.search.web;

import java.net.URI;
import java.util.List;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.EditOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** How the API answers to an attempt to change a subscription. */
final class SubscriptionAnswers {

    private static final String TRY_AGAIN_SECONDS = "5";

    private SubscriptionAnswers() {}

    /**
     * @param precondition whether the caller named a version in a header
     */
    static ResponseEntity<Object> of(EditOutcome outcome, HttpStatus done, boolean precondition) {
        return switch (outcome) {
            case EditOutcome.Saved(Subscription s, @Nullable String secret) ->
                    saved(s, secret, done);
            case EditOutcome.Ended _ -> ResponseEntity.noContent().build();
            case EditOutcome.Refused(List<EditOutcome.Problem> problems) -> refused(problems);
            case EditOutcome.Full(int most) ->
                    problem(
                            HttpStatus.CONFLICT,
                            "one person has at most " + most + " subscriptions");
            case EditOutcome.Unknown(String id) -> throw Missing.subscription(id);
            case EditOutcome.Overtaken(int present) -> overtaken(present, precondition);
            case EditOutcome.Busy _ ->
                    unavailable("others are saving subscriptions now: not saved; try again");
            case EditOutcome.Unavailable(String detail, boolean saved) ->
                    unavailable(
                            saved
                                    ? detail + ": look before you try again"
                                    : detail + ": not saved");
        };
    }

    static ResponseEntity<Object> saved(
            Subscription s, @Nullable String secret, HttpStatus status) {
        var answer =
                ResponseEntity.status(status)
                        .header(HttpHeaders.ETAG, ThemeAnswers.etag(s.version()))
                        .cacheControl(CacheControl.noStore());
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create(SubscriptionView.path(s.id())));
        }
        return answer.body(SubscriptionView.of(s, secret));
    }

    static ResponseEntity<Object> refused(List<EditOutcome.Problem> problems) {
        EditOutcome.Problem first = problems.getFirst();
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, first.field() + " " + first.detail());
        problem.setProperty("problems", problems);
        return answer(problem);
    }

    private static ResponseEntity<Object> overtaken(int present, boolean precondition) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        precondition ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT,
                        "the subscription was changed before: version " + present + " is in force");
        problem.setProperty("version", present);
        return answer(problem);
    }

    /** While nobody can say what there is: neither a list nor "not found" would be true. */
    static ErrorResponseException notRead() {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        var e =
                new ErrorResponseException(
                        status,
                        ProblemDetail.forStatusAndDetail(
                                status, "the subscriptions cannot be read now"),
                        null);
        e.getHeaders().set(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
        return e;
    }

    private static ResponseEntity<Object> unavailable(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        return answer(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
