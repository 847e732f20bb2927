package nl.beleidsradar.ingest.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Ids of received documents waiting for a worker. Each document is with one worker at a time; one
 * that is offered again meanwhile is worked on once more afterwards. Holds ids only: what keeps the
 * number down is {@link #awaitRoom}, called by sources that can wait.
 */
public final class PendingDocuments {

    private static final int ROOM = 1_000;

    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Map<String, Boolean> offeredAgain = new HashMap<>();

    public void add(String id) {
        queue.add(id);
    }

    public int size() {
        return queue.size();
    }

    /** Returns when the workers have nearly caught up. */
    public void awaitRoom() throws InterruptedException {
        while (queue.size() >= ROOM) {
            Thread.sleep(20);
        }
    }

    /** Waits for a document and hands it to the worker. */
    public void take(Consumer<String> worker) throws InterruptedException {
        String id = queue.take();
        if (begin(id)) {
            do {
                worker.accept(id);
            } while (goesOn(id));
        }
    }

    private synchronized boolean begin(String id) {
        if (offeredAgain.containsKey(id)) {
            offeredAgain.put(id, true);
            return false;
        }
        offeredAgain.put(id, false);
        return true;
    }

    private synchronized boolean goesOn(String id) {
        if (offeredAgain.replace(id, true, false)) {
            return true;
        }
        offeredAgain.remove(id);
        return false;
    }
}
