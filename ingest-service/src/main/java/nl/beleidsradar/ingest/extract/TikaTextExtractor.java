package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import nl.beleidsradar.ingest.extract.fork.Unpacking;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads any format that Apache Tika knows, in processes of their own with limits on memory, time
 * and output and without a network: a file that hangs, crashes or fills the memory costs its own
 * process only. Documents inside a file are taken out, not read.
 */
public final class TikaTextExtractor implements TextExtractor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TikaTextExtractor.class);

    private final ExtractSettings settings;
    private final PipesParser parser;
    private final Path store;
    private final HandlerConfig handler;
    private final ForkFolders folders;
    private final boolean isolated;

    /**
     * @param store folder that holds every file to be read
     * @param workFolder for the processes' class path, configuration and temporary files
     */
    public TikaTextExtractor(ExtractSettings settings, Path store, Path workFolder)
            throws IOException {
        this.settings = settings;
        this.store = store.toAbsolutePath().normalize();
        this.folders = ForkFolders.emptied(workFolder);
        this.handler =
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.XML,
                        HandlerConfig.PARSE_MODE.CONCATENATE,
                        Math.toIntExact(settings.maxText().toBytes()),
                        -1,
                        true);
        ForkSettings.Written fork = ForkSettings.write(settings, this.store, workFolder);
        this.isolated = fork.isolated();
        LOG.info(
                "extraction processes: {}, network {}",
                settings.processes(),
                isolated ? "isolated" : "shared with this service");
        try {
            this.parser = new PipesParser(PipesConfig.load(fork.config()));
        } catch (TikaConfigException e) {
            throw new IllegalStateException("extraction settings", e);
        }
    }

    /** Whether the processes have no network. */
    public boolean isIsolated() {
        return isolated;
    }

    @Override
    public Extracted extract(Original original) {
        Path folder = folders.forUnpacking();
        boolean taken = false;
        try {
            Extracted outcome = TikaOutcome.of(parser.parse(task(original, folder)), folder);
            taken = outcome instanceof Extracted.Text && Files.isDirectory(folder);
            if (!(outcome instanceof Extracted.Text)) {
                folders.tidy(settings.timeout());
            }
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtractionInterrupted(e);
        } catch (IOException | PipesException e) {
            return new Extracted.Corrupt("the extraction process broke off: " + e.getMessage());
        } finally {
            if (!taken) {
                Unpacked.delete(folder);
            }
        }
    }

    private FetchEmitTuple task(Original original, Path folder) {
        String key = store.relativize(original.file().toAbsolutePath().normalize()).toString();
        Allowance allowance =
                original.allowance()
                        .atMost(settings.maxAttachments(), settings.maxEmbeddedSize().toBytes());
        ParseContext context = new ParseContext();
        context.set(HandlerConfig.class, handler);
        context.set(
                Unpacking.class,
                new Unpacking(folder.toString(), allowance.documents(), allowance.bytes()));
        return new FetchEmitTuple(
                UUID.randomUUID().toString(),
                new FetchKey(ForkSettings.FETCHER, key),
                EmitKey.NO_EMIT,
                new Metadata(),
                context,
                FetchEmitTuple.ON_PARSE_EXCEPTION.EMIT);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
