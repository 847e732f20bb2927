package nl.beleidsradar.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.extract.Allowance;
import nl.beleidsradar.ingest.extract.ExtractSettings;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.Unpacked;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.store.BlobStore;
import nl.beleidsradar.ingest.store.StoreUnavailable;
import nl.beleidsradar.ingest.store.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes documents of what lies inside a document: the n-th inside {@code a:b} is {@code a:b~n},
 * with its own bytes, text and outcome, and what lies inside it is one in turn. Doing it twice
 * changes nothing; one that a newer version no longer holds is removed.
 */
@Component
final class Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final int LONGEST_LOCAL = 160;
    private static final int LONGEST_NUMBER = 6;

    private final HarvestLedger ledger;
    private final BlobStore store;
    private final PendingDocuments pending;
    private final IngestStream stream;
    private final ExtractSettings settings;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    Attachments(
            HarvestLedger ledger,
            BlobStore store,
            PendingDocuments pending,
            IngestStream stream,
            ExtractSettings settings) {
        this.ledger = ledger;
        this.store = store;
        this.pending = pending;
        this.stream = stream;
        this.settings = settings;
    }

    /**
     * What may be unpacked of a document: a share of what its listed document may hold on all
     * levels, nothing below the deepest level.
     */
    Allowance allowance(LedgerEntry document) {
        List<LedgerEntry> line = line(document);
        int local = document.id().length() - document.source().length() - 1;
        if (line.size() > settings.maxEmbeddedDepth()
                || local + 1 + LONGEST_NUMBER > LONGEST_LOCAL) {
            return Allowance.NONE;
        }
        List<LedgerEntry> around =
                inside(line.getLast())
                        .filter(e -> !e.id().startsWith(document.id() + "~"))
                        .toList();
        long bytes = around.stream().mapToLong(LedgerEntry::size).sum();
        return new Allowance(
                Math.max(0, settings.maxEmbedded() - around.size()),
                Math.max(0, settings.maxEmbeddedSize().toBytes() - bytes));
    }

    /**
     * Takes the documents out of an extracted one, each to be worked on by itself, and removes
     * their files.
     *
     * @throws StoreUnavailable if the store cannot be written; nothing is lost by trying again
     */
    Extracted taken(LedgerEntry document, Extracted extracted) {
        if (!(extracted instanceof Extracted.Text text)) {
            return extracted;
        }
        String top = line(document).getLast().id();
        // What lies side by side is unpacked at the same time, and shares one allowance.
        try (Unpacked unpacked = text.unpacked()) {
            synchronized (locks[Math.floorMod(top.hashCode(), locks.length)]) {
                return taken(document, text, unpacked.documents());
            }
        }
    }

    private Extracted taken(
            LedgerEntry document, Extracted.Text text, List<Unpacked.Embedded> embedded) {
        int most = embedded.isEmpty() ? 0 : allowance(document).documents();
        Set<String> present = new HashSet<>();
        for (Unpacked.Embedded one : embedded.subList(0, Math.min(most, embedded.size()))) {
            String id = document.id() + "~" + (present.size() + 1);
            present.add(id);
            receive(DocumentId.parse(id), document, one);
        }
        ledger.children(document.id()).stream()
                .filter(child -> !present.contains(child.id()))
                .forEach(this::remove);
        return present.size() < embedded.size() ? text.limited("embedded-limit") : text;
    }

    private void receive(DocumentId id, LedgerEntry parent, Unpacked.Embedded embedded) {
        Stored stored;
        try (InputStream in = Files.newInputStream(embedded.file())) {
            stored = store.original(in, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read what was unpacked of " + parent.id(), e);
        }
        Receipt receipt =
                new Receipt(
                        stored.contentHash(),
                        stored.size(),
                        facts(parent.facts(), embedded.name()),
                        parent.retrieved(),
                        parent.backFill(),
                        parent.id());
        // One that failed is tried again with the document it belongs to.
        if (ledger.receive(id, receipt) || failed(id) && ledger.retry(id.toString())) {
            LOG.info("{} received, {} bytes, out of {}", id, stored.size(), parent.id());
            pending.add(id.toString());
        }
    }

    /** Its title and type are its own; it was published where and when its parent was. */
    private static Facts facts(Facts parent, String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return new Facts(
                name.isBlank() ? path : name, null, null, null, parent.published(), parent.url());
    }

    /** Has all that lies in a document taken out of the log, as the document itself is. */
    void withdraw(LedgerEntry document) {
        for (LedgerEntry child : ledger.children(document.id())) {
            if (ledger.withdraw(child.id())) {
                pending.add(child.id());
            }
        }
    }

    private void remove(LedgerEntry gone) {
        ledger.children(gone.id()).forEach(this::remove);
        if (gone.sequence() > 0) {
            stream.remove(gone.id());
        }
        ledger.forget(gone.id());
        LOG.info("{} removed: no longer in {}", gone.id(), gone.parent());
    }

    private boolean failed(DocumentId id) {
        return ledger.entry(id.toString())
                .filter(e -> e.state() == DocumentState.FAILED)
                .isPresent();
    }

    /** The document, what it lies in, and so on up to the one that a source listed. */
    private List<LedgerEntry> line(LedgerEntry document) {
        List<LedgerEntry> line = new ArrayList<>(List.of(document));
        for (String above = document.parent(); above != null; ) {
            Optional<LedgerEntry> next = ledger.entry(above);
            next.ifPresent(line::add);
            above = next.map(LedgerEntry::parent).orElse(null);
        }
        return line;
    }

    private Stream<LedgerEntry> inside(LedgerEntry entry) {
        return ledger.children(entry.id()).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), inside(child)));
    }
}
