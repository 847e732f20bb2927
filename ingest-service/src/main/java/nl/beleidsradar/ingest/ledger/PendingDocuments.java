package nl.beleidsradar.ingest.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Ids of received documents waiting for a worker. Each document is with one worker at a time; one
 * that is offered again meanwhile is worked on once more afterwards. What is new goes before what
 * is back-fill, however much of that waits. Holds ids only: what keeps the number down is {@link
 * #awaitRoom}, called by sources that can wait.
 */
public final class PendingDocuments {

    private static final int ROOM = 1_000;

    private final Semaphore waiting = new Semaphore(0);
    private final Queue<String> first = new ConcurrentLinkedQueue<>();
    private final Queue<String> later = new ConcurrentLinkedQueue<>();
    private final Map<String, Boolean> offeredAgain = new HashMap<>();

    /** Something new, taken before all back-fill. */
    public void add(String id) {
        add(id, false);
    }

    /**
     * @param backFill whether it can wait until nothing new is left
     */
    public void add(String id, boolean backFill) {
        (backFill ? later : first).add(id);
        waiting.release();
    }

    public int size() {
        return waiting.availablePermits();
    }

    /** Returns when the workers have nearly caught up. */
    public void awaitRoom() throws InterruptedException {
        while (size() >= ROOM) {
            Thread.sleep(20);
        }
    }

    /** Waits for a document and hands it to the worker. */
    public void take(Consumer<String> worker) throws InterruptedException {
        waiting.acquire();
        String next = first.poll();
        String id = next == null ? later.remove() : next;
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
