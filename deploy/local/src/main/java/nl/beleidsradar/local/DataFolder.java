package nl.beleidsradar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder that holds all a stack remembers: one stack at a time, marked with the version of its
 * format. A folder without our mark is never written to unless it is empty.
 */
final class DataFolder implements AutoCloseable {

    private static final String FORMAT = "beleidsradar.format";
    private static final String LOCK = "beleidsradar.lock";
    private static final String VERSION = "1";
    private static final long ROOM = 1L << 30;
    private static final long MIB = 1L << 20;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes or takes over the folder; {@code fresh} empties it first. */
    static DataFolder open(Path folder, boolean fresh) throws StartFailure {
        return open(folder, fresh, ROOM);
    }

    static DataFolder open(Path folder, boolean fresh, long room) throws StartFailure {
        try {
            Files.createDirectories(folder);
            checkOurs(folder);
            DataFolder data = new DataFolder(folder, lock(folder));
            try {
                data.take(fresh, room);
                return data;
            } catch (StartFailure | IOException e) {
                data.close();
                throw e;
            }
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new StartFailure(
                    "cannot write to the data folder %s: %s (%s)"
                            .formatted(folder, e.getFile(), reason));
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure(
                    "cannot write to the data folder " + folder + ": " + e.getMessage());
        }
    }

    private static void checkOurs(Path folder) throws IOException, StartFailure {
        if (Files.exists(folder.resolve(FORMAT))) {
            return;
        }
        try (var files = Files.list(folder)) {
            if (files.anyMatch(file -> !file.endsWith(LOCK))) {
                throw new StartFailure(
                        folder
                                + " holds other files and is not a data folder of ours: choose another with --data");
            }
        }
    }

    private static FileChannel lock(Path folder) throws IOException, StartFailure {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held in this JVM: the same answer as for another one
        }
        channel.close();
        throw new StartFailure(
                folder
                        + " is in use by another ./run: stop that one, or choose another with --data");
    }

    private void take(boolean fresh, long room) throws IOException, StartFailure {
        if (fresh) {
            empty();
        }
        Path format = folder.resolve(FORMAT);
        if (Files.exists(format)) {
            String version = Files.readString(format).strip();
            if (!version.equals(VERSION)) {
                throw new StartFailure(
                        "%s has format %s, this version reads %s: start with --fresh to load everything again"
                                .formatted(folder, version, VERSION));
            }
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < room) {
            throw new StartFailure(
                    "no room on the disk of %s: %d MB free, %d MB needed"
                            .formatted(folder, free / MIB, room / MIB));
        }
        Files.writeString(format, VERSION + "\n");
        for (Path part : List.of(logs(), store(), work())) {
            Files.createDirectories(part);
        }
    }

    private void empty() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                if (!file.equals(folder) && !file.equals(folder.resolve(LOCK))) {
                    Files.delete(file);
                }
            }
        }
    }

    Path path() {
        return folder;
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    Path elasticsearch() {
        return folder.resolve("elasticsearch");
    }

    Path store() {
        return folder.resolve("store");
    }

    Path work() {
        return folder.resolve("work");
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    /** A log file, emptied: it holds one run. */
    Path log(String name) throws IOException {
        Path log = logs().resolve(name + ".log");
        Files.write(log, new byte[0]);
        return log;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
