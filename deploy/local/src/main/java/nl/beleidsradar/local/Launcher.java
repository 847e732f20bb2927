package nl.beleidsradar.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * What {@code ./run} runs once everything is built: starts the stack, says each step in one line,
 * and stays until it is told to stop. Exit codes: 2 wrong options, 1 cannot start, else the
 * signal's.
 */
public final class Launcher {

    /** A large load goes on behind the address: the pages can be used meanwhile. */
    private static final Duration LOAD_PATIENCE = Duration.ofSeconds(6);

    private Launcher() {}

    /** Options as in the README. */
    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (StartFailure e) {
            System.err.println("run: " + e.getMessage() + "; " + Options.USAGE);
            System.exit(2);
            return;
        }
        try {
            run(options);
        } catch (StartFailure | IOException e) {
            System.err.println("run: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options)
            throws StartFailure, IOException, InterruptedException {
        DataFolder data = DataFolder.open(options.data(), options.fresh());
        new Ports(options.portOffset()).checkFree();
        if (!Confinement.tiesChildren()) {
            say("setpriv or setsid is missing: kill -9 of ./run would leave its processes behind");
        }
        LocalStack stack = new LocalStack(Built.here(), data, options, Launcher::say);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, data, ended)));
        say("starting Kafka, Elasticsearch and the mail server, data in " + options.data());
        try {
            stack.start();
        } catch (StartFailure e) {
            if (stack.stopped()) {
                ended.await(); // asked to stop in the middle: that is no failure
                return;
            }
            stack.stop();
            throw e;
        }
        load(stack);
        ended.await();
    }

    private static void load(LocalStack stack) throws InterruptedException {
        Loading loading = new Loading(stack, Launcher::say);
        Instant end = Instant.now().plus(LOAD_PATIENCE);
        boolean done = loading.step();
        while (!done && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            done = loading.step();
        }
        say("Beleidsradar is at " + stack.searchUrl() + " (Ctrl-C stops it)");
        while (!done && !stack.stopped()) {
            Thread.sleep(3000);
            done = loading.step();
        }
    }

    /** Closes the data folder last; its lock lives as long as something may write to it. */
    private static void end(LocalStack stack, DataFolder data, CountDownLatch ended) {
        boolean first = !stack.stopped();
        if (first) {
            say("stopping");
        }
        stack.stop();
        data.close();
        if (first) {
            say("stopped");
        }
        ended.countDown();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
