package nl.beleidsradar.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.local.Part;

/** A server as a process of this machine; it ends with this JVM, however that ends. */
final class ServerProcess implements TestServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Part part;
    private final Path folder;
    private final Thread atExit = new Thread(this::end);
    private volatile Process process;

    ServerProcess(Part part, Path folder) {
        this.part = part;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
        restart();
    }

    @Override
    public int port() {
        return part.ports().getFirst();
    }

    @Override
    public void restart() {
        CompletableFuture<Process> started = new CompletableFuture<>();
        // The process dies with the thread that starts it, so the thread waits for it.
        Thread.ofPlatform().daemon().name(part.name()).start(() -> run(started));
        process = started.join();
        awaitReady();
    }

    private void run(CompletableFuture<Process> started) {
        try {
            part.prepare();
            Process child = part.program().start();
            started.complete(child);
            child.waitFor();
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.completeExceptionally(e);
        }
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(START_LIMIT);
        while (!part.ready()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(part.name() + " did not start:\n" + log());
            }
            pause();
        }
    }

    @Override
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
        all.forEach(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        awaitEnd();
        all.forEach(ProcessHandle::destroyForcibly);
        delete(folder);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private String log() {
        try {
            List<String> lines = Files.readAllLines(part.program().log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new folder under the module's target folder. */
    static Path newFolder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            Path folder = Files.createTempDirectory(parent, name + "-");
            folder.toFile().setExecutable(true, false); // temporary folders are closed to others
            folder.toFile().setReadable(true, false);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
