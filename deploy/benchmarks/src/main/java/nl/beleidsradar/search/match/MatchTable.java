package nl.beleidsradar.search.match;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.dutch.DutchAnalyzer;
import nl.beleidsradar.search.index.Chunk;
import nl.beleidsradar.search.index.IndexedDocument;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.springframework.util.unit.DataSize;

/**
 * Matches documents of 20 KB to 1,000, 10,000 and 100,000 subscriptions, and to Lucene's monitor by
 * itself with the same queries and fields, document by document in turn.
 */
public final class MatchTable {

    private static final int DOCUMENT = 20_000;
    private static final int WARM = 100;
    private static final int MEASURED = 200;
    private static final int CHANGES = 200;
    private static final double MILLI = 1_000_000;
    private static final double MEGABYTE = 1024 * 1024;

    private final List<DocumentEnriched> documents = new ArrayList<>();
    private final String text;

    /**
     * @param text of which the documents are cut and the queries made
     */
    public MatchTable(String text) {
        this.text = text;
        for (int i = 0; i < WARM + MEASURED; i++) {
            int from = (int) ((long) i * 7_919 % (text.length() - DOCUMENT));
            documents.add(event(i, text.substring(from, from + DOCUMENT)));
        }
    }

    /** Prints a line for each figure, beside its target. */
    public void print() throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%nMatching of documents of %,d characters, %d measured%n%n",
                DOCUMENT,
                MEASURED);
        for (int number : new int[] {1_000, 10_000, 100_000}) {
            print(number, new MadeSubscriptions(text).make("s", number));
        }
    }

    private void print(int number, List<Subscription> subscriptions) throws IOException {
        String of = String.format(Locale.ROOT, "%,d subscriptions: ", number);
        long before = heap();
        long started = processor();
        Subscriptions held = new Subscriptions();
        AlertMatcher matcher =
                new AlertMatcher(
                        held,
                        (id, version, message) -> {
                            throw new IllegalStateException(message);
                        },
                        new MatchSettings(200, DataSize.ofMegabytes(6)));
        subscriptions.forEach(s -> held.take(s.id(), s));
        int stored = matcher.stored();
        atMost(of + "start, s", (processor() - started) / (1000 * MILLI), 30);
        atMost(of + "memory, MB", (heap() - before) / MEGABYTE, 1_200);
        figure(of + "different queries", stored, "");
        changes(
                of,
                held,
                matcher,
                new MadeSubscriptions(text.substring(DOCUMENT)).make("changed", CHANGES));
        try (Monitor bare = new Monitor(new Bare())) {
            List<MonitorQuery> queries = new ArrayList<>();
            for (Subscription s : subscriptions) {
                queries.add(new MonitorQuery(s.id(), FollowQuery.of(s.follow(), s.minStrength())));
            }
            bare.register(queries);
            compare(of, matcher, bare);
        }
        matcher.destroy();
    }

    private void compare(String of, AlertMatcher matcher, Monitor bare) throws IOException {
        double[] ours = new double[MEASURED];
        double[] theirs = new double[MEASURED];
        long followers = 0;
        long mentions = 0;
        long differences = 0;
        for (int i = 0; i < WARM + MEASURED; i++) {
            DocumentEnriched event = documents.get(i);
            String body = Objects.requireNonNull(event.document().text());
            boolean first = i % 2 == 0;
            double a = first ? 0 : bare(bare, event, body);
            long start = processor();
            List<AlertCandidate> found = matcher.match(event, body, List.of());
            double took = (processor() - start) / MILLI;
            a = first ? bare(bare, event, body) : a;
            if (i >= WARM) {
                ours[i - WARM] = took;
                theirs[i - WARM] = a;
                long matched =
                        found.stream()
                                .flatMap(c -> c.reasons().stream())
                                .mapToInt(r -> r.followers().size())
                                .sum();
                followers += matched;
                mentions +=
                        found.stream()
                                .flatMap(c -> c.reasons().stream())
                                .mapToInt(r -> r.mentions().size())
                                .sum();
                differences += matched == hits ? 0 : 1;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        figure(of + "hits a document", followers / (double) MEASURED, "");
        figure(of + "mentions a document", mentions / (double) MEASURED, "");
        atMost(of + "documents where the two differ", differences, 0);
        figure(of + "p50, ms (bare " + shown(theirs[MEASURED / 2]) + ")", ours[MEASURED / 2], "");
        int late = MEASURED * 99 / 100;
        figure(of + "p99, ms (bare " + shown(theirs[late]) + ")", ours[late], "");
        atMost(of + "p99 beside bare", ours[late] / theirs[late], 1.2);
    }

    private int hits;

    private double bare(Monitor bare, DocumentEnriched event, String body) throws IOException {
        long start = processor();
        hits = bare.match(plain(event, body), QueryMatch.SIMPLE_MATCHER).getMatchCount();
        return (processor() - start) / MILLI;
    }

    private static Document plain(DocumentEnriched event, String body) {
        IndexedDocument d = IndexedDocument.of(event, body);
        Document plain = new Document();
        for (String suffix : List.of("", Fields.EXACT)) {
            plain.add(new TextField(Fields.TITLE + suffix, d.title(), Field.Store.NO));
            for (Chunk chunk : Objects.requireNonNull(d.chunks())) {
                plain.add(new TextField(Fields.TEXT + suffix, chunk.text(), Field.Store.NO));
            }
        }
        plain.add(new StringField(Fields.SOURCE, d.source(), Field.Store.NO));
        plain.add(new StringField(Fields.TYPE, d.documentType(), Field.Store.NO));
        d.strength().forEach(s -> plain.add(new StringField(Fields.STRENGTH, s, Field.Store.NO)));
        return plain;
    }

    private static void changes(
            String of, Subscriptions held, AlertMatcher matcher, List<Subscription> some) {
        double[] put = new double[some.size()];
        double[] removed = new double[some.size()];
        for (int i = 0; i < some.size(); i++) {
            Subscription s = some.get(i);
            put[i] = apply(matcher, () -> held.take(s.id(), s));
        }
        for (int i = 0; i < some.size(); i++) {
            String id = some.get(i).id();
            removed[i] = apply(matcher, () -> held.take(id, null));
        }
        Arrays.sort(put);
        Arrays.sort(removed);
        atMost(of + "register, p50 in ms", put[put.length / 2], 5);
        atMost(of + "register, p99 in ms", put[put.length * 99 / 100], 5);
        atMost(of + "remove, p50 in ms", removed[removed.length / 2], 5);
        atMost(of + "remove, p99 in ms", removed[removed.length * 99 / 100], 5);
    }

    private static double apply(AlertMatcher matcher, Runnable change) {
        long start = processor();
        change.run();
        matcher.stored();
        return (processor() - start) / MILLI;
    }

    /** Of this thread, in nanoseconds: other work of the machine does not count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static DocumentEnriched event(int i, String text) {
        return new DocumentEnriched(
                new DocumentExtracted(
                        "folder:" + i,
                        BlobRef.hash(new byte[] {(byte) i}),
                        "folder",
                        null,
                        "Een stuk",
                        i % 2 == 0 ? "kamerbrief" : "motie",
                        null,
                        Instant.EPOCH,
                        "nl",
                        List.of(),
                        List.of(),
                        text,
                        null,
                        Map.of(),
                        null,
                        new Extraction("made", "text/plain", false, List.of()),
                        1,
                        List.of(),
                        Cause.NEW),
                List.of(
                        new ThemeTag(
                                "klimaat",
                                i % 3 == 0 ? Strength.MAIN : Strength.MENTION,
                                List.of(new Passage(0, 9, null, "made", List.of(), true, null)))),
                List.of(),
                new DocumentEnriched.Ruleset(1, "made"),
                Cause.NEW);
    }

    private static void atMost(String what, double figure, double target) {
        figure(
                what,
                figure,
                "<= %-7s %s".formatted(shown(target), figure <= target ? "met" : "NOT MET"));
    }

    private static void figure(String what, double figure, String target) {
        System.out.printf("%-62s %9s  %s%n", what, shown(figure), target);
    }

    private static String shown(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : "%,.1f", figure);
    }

    /** Analyses each field as the index does. */
    private static final class Bare extends AnalyzerWrapper {

        private final Analyzer index = DutchAnalyzer.index();
        private final Analyzer exact = DutchAnalyzer.exact();

        Bare() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return field.endsWith(Fields.EXACT) ? exact : index;
        }
    }
}
