package nl.beleidsradar.ingest.failure;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.service.BadRequest;

/** Which failures are meant; what is not given is not asked. */
record FailureFilter(Optional<String> reason, Optional<String> source, Optional<String> stage)
        implements Predicate<Failure> {

    private static final List<String> STAGES =
            List.of("fetch", "extract", "enrich", "index", "match", "deliver");

    /** Of the steps after extraction, which has its own list. */
    private static final List<String> LATER =
            List.of(
                    "unreadable",
                    "unreadable-event",
                    "text-missing",
                    "text-not-in-store",
                    "text-too-large",
                    "refused",
                    "not-delivered",
                    "error");

    FailureFilter {
        if (reason.isPresent() && !isReason(reason.get())) {
            throw new BadRequest(
                    "reason must be one of " + List.of(FailureReason.values()) + " or " + LATER);
        }
        require(source, "[a-z0-9-]{1,32}", "source must be the name of a source, such as tk");
        if (stage.isPresent() && !STAGES.contains(stage.get())) {
            throw new BadRequest("stage must be one of " + STAGES);
        }
    }

    private static boolean isReason(String word) {
        return LATER.contains(word) || FailureReason.parse(word).isPresent();
    }

    private static void require(Optional<String> value, String form, String otherwise) {
        if (value.isPresent() && !value.get().matches(form)) {
            throw new BadRequest(otherwise);
        }
    }

    @Override
    public boolean test(Failure failure) {
        return (reason.isEmpty() || reason.get().equals(failure.reason()))
                && (source.isEmpty() || source.get().equals(failure.source()))
                && (stage.isEmpty() || stage.get().equals(failure.stage()));
    }
}
