package nl.beleidsradar.ingest.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.ListedDocument;
import nl.beleidsradar.ingest.ledger.FeedLedger;

/** The documents of one page of a list, taken side by side as far as the source allows it. */
final class PageWork {

    private final ListedDocuments documents;
    private final Intake intake;

    PageWork(ListedDocuments documents, Intake intake) {
        this.documents = documents;
        this.intake = intake;
    }

    /**
     * @param page they are listed on
     * @param backFill whether they are old and can wait until the workers have caught up
     * @return how many came to what
     * @throws FetchFailed if the host is not to be asked now; what was taken before that stays
     */
    Map<Taken, Long> take(
            FeedSource source, List<ListedDocument> listed, boolean backFill, FeedLedger.Page page)
            throws FetchFailed, InterruptedException {
        // The last word of a page on a document counts.
        Map<String, ListedDocument> once = new LinkedHashMap<>();
        listed.forEach(d -> once.put(d.local(), d));
        List<Taken> all = new ArrayList<>();
        try (ExecutorService some =
                Executors.newFixedThreadPool(source.concurrency(), Thread.ofVirtual().factory())) {
            List<Future<Taken>> work = new ArrayList<>();
            for (ListedDocument document : once.values()) {
                work.add(
                        some.submit(() -> {
                            if (backFill) {
                                intake.awaitRoom();
                            }
                            return documents.take(source, document, backFill, page);
                        }));
            }
            try {
                for (Future<Taken> one : work) {
                    all.add(one.get());
                }
            } catch (ExecutionException e) {
                some.shutdownNow();
                throw thrown(e);
            } catch (InterruptedException e) {
                some.shutdownNow();
                throw e;
            }
        }
        return all.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static RuntimeException thrown(ExecutionException e)
            throws FetchFailed, InterruptedException {
        switch (e.getCause()) {
            case FetchFailed failed -> throw failed;
            case InterruptedException stopped -> throw stopped;
            case RuntimeException unavailable -> throw unavailable;
            case null, default -> throw new IllegalStateException(e.getCause());
        }
    }
}
