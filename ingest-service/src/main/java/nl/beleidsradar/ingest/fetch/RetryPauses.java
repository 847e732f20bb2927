package nl.beleidsradar.ingest.fetch;

import java.time.Duration;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long to wait after a remote source went wrong; each pause is twice the one before.
 *
 * @param list first pause after a list that could not be read
 * @param longestList longest of those
 * @param file first pause after a file that could not be had
 * @param longestFile longest of those
 * @param giveUp a file not to be had for so long is a failure
 */
@ConfigurationProperties(prefix = "beleidsradar.retry", ignoreUnknownFields = false)
public record RetryPauses(
        @DefaultValue("15s") Duration list,
        @DefaultValue("30m") Duration longestList,
        @DefaultValue("1m") Duration file,
        @DefaultValue("6h") Duration longestFile,
        @DefaultValue("14d") Duration giveUp) {

    private static final int DOUBLINGS = 20;

    /**
     * @param failures in a row, this one among them
     */
    Duration afterList(int failures, FetchFailed why) {
        return asked(why, pause(list, failures - 1, longestList));
    }

    /**
     * @param attempts made before this one
     */
    Duration afterFile(int attempts, FetchFailed why) {
        Duration pause = asked(why, pause(file, attempts, longestFile));
        return pause.compareTo(longestFile) > 0 ? longestFile : pause;
    }

    private static Duration asked(FetchFailed why, Duration own) {
        Duration asked = why.retryAfter();
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }

    private static Duration pause(Duration first, int doublings, Duration longest) {
        Duration own = first.multipliedBy(1L << Math.max(0, Math.min(doublings, DOUBLINGS)));
        return own.compareTo(longest) > 0 ? longest : own;
    }
}
