package nl.beleidsradar.local;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the documents of the watched folders are, asked of the services as any client would. */
final class Loading {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A folder is listed some seconds after the start; until then nothing seems to be missing. */
    private static final int QUIET_ROUNDS = 6;

    /**
     * Counts over all sources.
     *
     * @param listed what the sources hold
     * @param ended listed documents that failed or were refused
     */
    record Counts(long listed, long missing, long ended, long searchable) {

        boolean complete() {
            return listed > 0 && missing == 0 && searchable >= listed - ended;
        }

        String line() {
            String failed = ended == 0 ? "" : ", %d failed or refused".formatted(ended);
            return "documents: %d of %d searchable%s".formatted(searchable, listed, failed);
        }
    }

    private final LocalStack stack;
    private final Consumer<String> say;
    private String last = "";
    private int rounds;
    private boolean complete;

    Loading(LocalStack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    /**
     * Asks once, prints a line when something changed; true when there is nothing more to wait for.
     */
    boolean step() {
        rounds++;
        Optional<Counts> counts = counts();
        if (counts.isPresent() && counts.get().listed() > 0) {
            String line = counts.get().line();
            if (!line.equals(last)) {
                say.accept(line);
                last = line;
            }
            complete = counts.get().complete();
        }
        return complete || (last.isEmpty() && rounds >= QUIET_ROUNDS);
    }

    private Optional<Counts> counts() {
        return Http.get(stack.ingestUrl() + "/api/sources", LIMIT)
                .flatMap(sources ->
                        Http.get(stack.searchUrl() + "/api/search?size=1", LIMIT)
                                .map(search -> read(sources, search)));
    }

    static Counts read(String sources, String search) {
        return new Counts(
                sum(sources, "listed"),
                sum(sources, "missingCount"),
                sum(sources, "failed") + sum(sources, "refused"),
                sum(search, "total"));
    }

    /** These few numbers are not worth a JSON reader on the class path. */
    private static long sum(String json, String field) {
        Matcher number = Pattern.compile('"' + field + "\"\\s*:\\s*(\\d{1,15})").matcher(json);
        long sum = 0;
        while (number.find()) {
            sum += Long.parseLong(number.group(1));
        }
        return sum;
    }
}
