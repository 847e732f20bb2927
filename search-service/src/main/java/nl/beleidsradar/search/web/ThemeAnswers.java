package nl.beleidsradar.search.web;

import java.util.List;
import nl.beleidsradar.search.theme.ArchiveProgress;
import nl.beleidsradar.search.theme.EnrichAnswer;
import nl.beleidsradar.search.theme.Preview;
import nl.beleidsradar.search.theme.SaveOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How the API answers to an attempt to change a theme. */
final class ThemeAnswers {

    private static final int UNPROCESSABLE = 422;

    private ThemeAnswers() {}

    static String etag(int version) {
        return "\"" + version + "\"";
    }

    static ResponseEntity<Object> of(SaveOutcome outcome, ArchiveProgress archive) {
        return switch (outcome) {
            case SaveOutcome.Saved(var theme, boolean isNew) ->
                    ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                            .header(HttpHeaders.ETAG, etag(theme.version()))
                            .body(ThemeView.of(theme, archive.now()));
            case SaveOutcome.Refused(int status, String detail, List<String> problems) ->
                    refused(status, detail, problems);
            case SaveOutcome.Overtaken(int present, boolean precondition, String detail) ->
                    overtaken(present, precondition, detail);
            case SaveOutcome.Busy _ ->
                    unavailable("someone is saving a theme now; try again in a few seconds");
            case SaveOutcome.Unavailable(String detail, boolean saved) ->
                    unavailable(
                            saved
                                    ? detail + ": look before you try again"
                                    : detail + ": not saved");
        };
    }

    static ResponseEntity<Object> of(String id, EnrichAnswer<Preview> answer) {
        return switch (answer) {
            case EnrichAnswer.Given<Preview>(Preview preview, byte[] json) ->
                    preview.theme().equals(id)
                            ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json)
                            : refused(
                                    UNPROCESSABLE,
                                    "the file is about theme " + preview.theme() + ", not " + id,
                                    List.of());
            case EnrichAnswer.Refused<Preview>(int status, String detail, var problems) ->
                    refused(status, detail, problems);
            case EnrichAnswer.Away<Preview>(String detail) -> unavailable(detail);
        };
    }

    private static ResponseEntity<Object> refused(int status, String detail, List<String> all) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        if (!all.isEmpty()) {
            problem.setProperty("problems", all);
        }
        return answer(problem);
    }

    private static ResponseEntity<Object> overtaken(int present, boolean given, String detail) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        given ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT, detail);
        problem.setProperty("version", present);
        return answer(problem);
    }

    private static ResponseEntity<Object> unavailable(String detail) {
        return answer(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
