package nl.beleidsradar.search.theme;

import java.util.List;

/**
 * What enrich-service said to a request.
 *
 * @param <T> what it gives where all is well
 */
public sealed interface EnrichAnswer<T> {

    /**
     * All is well.
     *
     * @param json the answer as it came
     */
    record Given<T>(T value, byte[] json) implements EnrichAnswer<T> {}

    /**
     * It will not do this as asked.
     *
     * @param status HTTP status, 4xx
     * @param problems each {@code file:line: message}; may be empty
     */
    record Refused<T>(int status, String detail, List<String> problems)
            implements EnrichAnswer<T> {}

    /** It cannot be reached, is too slow, or gives nothing that can be used. */
    record Away<T>(String detail) implements EnrichAnswer<T> {}
}
