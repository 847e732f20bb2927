package nl.beleidsradar.search.web;

import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 503 while Elasticsearch is away: never an empty result. */
@RestControllerAdvice(annotations = RestController.class)
class UnavailableApi {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableApi.class);

    @ExceptionHandler
    ProblemDetail unavailable(ElasticsearchUnavailable e) {
        LOG.warn("{}", e.getMessage());
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }
}
