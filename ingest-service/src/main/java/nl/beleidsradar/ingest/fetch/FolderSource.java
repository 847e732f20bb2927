package nl.beleidsradar.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.fetch.FolderListing.Seen;
import nl.beleidsradar.ingest.fetch.StableFiles.Ready;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.ledger.WatchedPath;
import nl.beleidsradar.ingest.store.Stored;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes documents from watched folders. It looks at the folders again and again rather than ask the
 * operating system for events, which are lost on network drives and under load. A document's id is
 * the hash of its bytes when first seen at a path; other bytes there later are a new version; the
 * same bytes at another path are the same document; a file that disappears takes nothing along.
 */
public final class FolderSource {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
    private static final String SOURCE = "folder";
    private static final int READERS = 4;

    private final FetchSettings settings;
    private final Intake intake;
    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final StableFiles stable;
    private volatile @Nullable Instant lastPoll;
    private volatile @Nullable String trouble;

    public FolderSource(
            FetchSettings settings, Intake intake, HarvestLedger ledger, PendingDocuments pending) {
        this.settings = settings;
        this.intake = intake;
        this.ledger = ledger;
        this.pending = pending;
        this.stable = new StableFiles(settings.stableFor(), System::nanoTime);
    }

    /** Looks at all folders once and takes what is ready. */
    public synchronized void poll() throws InterruptedException {
        Map<Path, Seen> changed = new LinkedHashMap<>();
        Map<Path, Seen> listed = new LinkedHashMap<>();
        List<Path> firstTime = new ArrayList<>();
        String problem = null;
        for (Path folder : settings.folders()) {
            try {
                FolderListing listing = FolderListing.of(folder);
                listed.putAll(listing.files());
                if (!ledger.isFollowed(folder.toString())) {
                    firstTime.add(folder);
                }
                if (listing.unreadable() > 0) {
                    problem = folder + ": " + listing.unreadable() + " entries cannot be read";
                }
            } catch (IOException e) {
                problem = folder + " cannot be read: " + e.getClass().getSimpleName();
            }
        }
        listed.forEach((path, seen) -> {
            if (!isInventory(path, seen)) {
                changed.put(path, seen);
            }
        });
        List<Ready> ready = look(changed, firstTime);
        take(ready.stream().filter(r -> isKnown(r.path())).toList(), listed);
        take(ready.stream().filter(r -> !isKnown(r.path())).toList(), listed);
        for (Path folder : firstTime) {
            // Followed once all that lay there at the first look is taken.
            if (stable.paths().stream().noneMatch(p -> p.startsWith(folder))) {
                ledger.follow(folder.toString());
            }
        }
        trouble = problem;
        lastPoll = ledger.now();
    }

    /** When the folders were last looked at. */
    @Nullable Instant lastPoll() {
        return lastPoll;
    }

    /** What is wrong with the folders, if anything. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Files seen that are no documents yet. */
    long waiting() {
        return stable.paths().stream().filter(p -> !isKnown(p)).count();
    }

    private List<Ready> look(Map<Path, Seen> changed, List<Path> firstTime) {
        Set<Path> old =
                changed.keySet().stream()
                        .filter(p -> firstTime.stream().anyMatch(p::startsWith))
                        .collect(Collectors.toSet());
        return stable.look(changed, old);
    }

    private boolean isKnown(Path path) {
        return ledger.path(path.toString()).isPresent();
    }

    private boolean isInventory(Path path, Seen seen) {
        return ledger.path(path.toString())
                .filter(p -> p.size() == seen.size() && p.modified().equals(seen.modified()))
                .isPresent();
    }

    private void take(List<Ready> files, Map<Path, Seen> listed) throws InterruptedException {
        if (files.isEmpty()) {
            return;
        }
        try (ExecutorService readers =
                Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
            List<Future<?>> taken = new ArrayList<>();
            for (Ready file : files) {
                taken.add(readers.submit(() -> take(file, listed)));
            }
            for (Future<?> one : taken) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private @Nullable Void take(Ready ready, Map<Path, Seen> listed) throws InterruptedException {
        pending.awaitRoom();
        Path path = ready.path();
        long start = System.nanoTime();
        Stored stored;
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            stored = intake.store(in);
            if (!attributes(path).equals(ready.seen())) {
                stable.postpone(path, settings.stableFor());
                return null;
            }
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            unreadable(ready, e);
            return null;
        }
        enter(ready, stored, start, listed);
        return null;
    }

    private void enter(Ready ready, Stored stored, long start, Map<Path, Seen> listed) {
        String path = ready.path().toString();
        String hash = stored.contentHash();
        Optional<WatchedPath> known = ledger.path(path);
        Receipt receipt =
                new Receipt(
                        hash,
                        stored.size(),
                        Facts.ofFile(ready.path().getFileName().toString()),
                        ledger.now(),
                        ready.backFill());
        String id;
        if (known.isPresent()) {
            id = known.get().documentId();
            if (!known.get().contentHash().equals(hash)) {
                intake.receive(DocumentId.parse(id), stored, receipt, start);
            }
        } else {
            Optional<String> held = ledger.folderDocumentOf(hash);
            id = held.orElse(SOURCE + ":" + hash);
            if (held.isEmpty()) {
                intake.receive(DocumentId.parse(id), stored, receipt, start);
            } else {
                LOG.info("{} moved or copied", id);
                forgetWhereItLeft(hash, listed);
            }
        }
        ledger.remember(
                new WatchedPath(path, ready.seen().size(), ready.seen().modified(), hash, id));
        ledger.forget(unreadableId(ready.path()).toString());
        stable.taken(ready.path());
    }

    /** After a move the old path is free for another document. */
    private void forgetWhereItLeft(String hash, Map<Path, Seen> listed) {
        for (WatchedPath old : List.copyOf(ledger.paths())) {
            if (old.contentHash().equals(hash)
                    && !listed.containsKey(Path.of(old.path()))
                    && Files.notExists(Path.of(old.path()), LinkOption.NOFOLLOW_LINKS)) {
                ledger.forgetPath(old.path());
            }
        }
    }

    private void unreadable(Ready ready, IOException why) {
        DocumentId id = unreadableId(ready.path());
        stable.postpone(ready.path(), settings.retryAfter());
        intake.unreadable(
                id,
                new Receipt(
                        "",
                        ready.seen().size(),
                        Facts.ofFile(ready.path().getFileName().toString()),
                        ledger.now(),
                        ready.backFill()),
                why.getClass().getSimpleName());
    }

    /** Without bytes there is no content hash: until it can be read, the file goes by its path. */
    private static DocumentId unreadableId(Path path) {
        String hash = BlobRef.hash(path.toString().getBytes(StandardCharsets.UTF_8));
        return new DocumentId(SOURCE, "unread-" + hash.substring("sha256-".length()));
    }

    private static Seen attributes(Path path) throws IOException {
        return Seen.of(
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }
}
