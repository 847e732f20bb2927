package nl.beleidsradar.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part running: its thread starts the process, lives as long as it, and starts the next
 * one when it has died, after a pause that doubles up to half a minute.
 */
public final class Watch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final Duration PORT_LIMIT = Duration.ofSeconds(20);

    private final Part part;
    private final Consumer<String> say;
    private final Thread thread;
    private volatile @Nullable Process process;
    private volatile @Nullable String failure;
    private volatile boolean everReady;

    /** Not an interrupt: the thread must outlive the process, or the kernel kills it. */
    private final CountDownLatch stop = new CountDownLatch(1);

    private Watch(Part part, Consumer<String> say) {
        this.part = part;
        this.say = say;
        this.thread =
                Thread.ofPlatform().daemon().name("watch-" + part.name()).unstarted(this::run);
    }

    /** Starts the part, and from then on keeps it; {@code say} takes one line for each restart. */
    public static Watch start(Part part, Consumer<String> say) {
        Watch watch = new Watch(part, say);
        watch.thread.start();
        return watch;
    }

    /** Waits until the part answers; a message when it does not, or ends before. */
    public @Nullable String awaitReady(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end) && !stopping()) {
            String failed = failure;
            if (failed != null) {
                return failed;
            }
            if (running() && part.ready()) {
                everReady = true;
                return null;
            }
            Thread.sleep(200);
        }
        return part.name() + " does not answer after " + limit.toSeconds() + " s, see " + log();
    }

    private boolean running() {
        Process current = process;
        return current != null && current.isAlive();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!stopping()) {
                Instant start = Instant.now();
                int exit = runOnce();
                boolean killed = exit > 128;
                if (stopping()) {
                    return;
                }
                if (!everReady && !killed) {
                    failure = "%s ended (exit code %d), see %s".formatted(part.name(), exit, log());
                    return;
                }
                if (Duration.between(start, Instant.now()).compareTo(STEADY) > 0) {
                    pause = FIRST_PAUSE;
                }
                say.accept(
                        "%s died (exit code %d), starting it again in %d s"
                                .formatted(part.name(), exit, pause.toSeconds()));
                if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        } catch (IOException e) {
            failure = part.name() + " cannot be started: " + e.getMessage();
            if (everReady) {
                say.accept(failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        awaitPorts();
        part.prepare();
        Process started;
        synchronized (this) {
            if (stopping()) {
                return 0;
            }
            started = part.program().start();
            process = started;
        }
        return started.waitFor();
    }

    /** A server whose parent was killed takes a moment to leave. */
    private void awaitPorts() throws InterruptedException {
        Instant end = Instant.now().plus(PORT_LIMIT);
        while (!part.ports().stream().allMatch(Ports::free) && Instant.now().isBefore(end)) {
            if (stop.await(200, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** SIGTERM, without waiting; nothing is started again. */
    public void askToStop() {
        Process current;
        synchronized (this) {
            stop.countDown();
            current = process;
        }
        if (current != null) {
            current.destroy();
        }
    }

    /** After {@link #askToStop}: waits, then SIGKILL. */
    public void awaitStop(Duration limit) {
        Process current = process;
        if (current == null) {
            return;
        }
        try {
            var all = current.descendants().toList();
            if (!current.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                current.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
            }
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            current.destroyForcibly();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private String log() {
        return part.program().log().toString();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
