package nl.beleidsradar.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Polls the folders from the moment the ledger is read until the service stops. */
public final class FolderWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    // A look may take at most a fifth of the time, however many files there are.
    private static final int REST = 4;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final FolderSource folders;
    private final HarvestLedger ledger;
    private final Duration interval;
    private final Semaphore wanted = new Semaphore(0);
    private volatile Thread thread = new Thread();

    public FolderWatch(FolderSource folders, HarvestLedger ledger, FetchSettings settings) {
        this.folders = folders;
        this.ledger = ledger;
        this.interval = settings.scanInterval();
    }

    /** Looks at once instead of at the next turn. */
    public void pollNow() {
        wanted.release();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("folders").start(this::run);
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            ledger.awaitLoaded();
            while (!Thread.interrupted()) {
                Duration pause = look();
                if (wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }

    private Duration look() throws InterruptedException {
        long start = System.nanoTime();
        try {
            folders.poll();
            Duration rest = Duration.ofNanos(System.nanoTime() - start).multipliedBy(REST);
            return rest.compareTo(interval) > 0 ? rest : interval;
        } catch (RuntimeException e) {
            // Store full, broker away: the files stay where they are and are taken later.
            LOG.warn("folders not taken now: {}", e.getMessage());
            return AFTER_TROUBLE;
        }
    }
}
