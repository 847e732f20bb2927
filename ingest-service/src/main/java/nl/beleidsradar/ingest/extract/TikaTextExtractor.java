package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.beleidsradar.ingest.extract.fork.Unpacking;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.HandlerConfig;
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
    private final ForkProcesses processes;
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
        this.folders = ForkFolders.emptied(workFolder);
        this.handler =
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.XML,
                        HandlerConfig.PARSE_MODE.CONCATENATE,
                        Math.toIntExact(settings.maxText().toBytes()),
                        -1,
                        true);
        ForkSettings.Written fork = ForkSettings.write(settings, store, workFolder);
        this.isolated = fork.isolated();
        LOG.info(
                "extraction processes: {}, network {}",
                settings.processes(),
                isolated ? "isolated" : "shared with this service");
        this.processes = new ForkProcesses(fork.config(), store);
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
            Extracted outcome =
                    processes.read(
                            original.file(),
                            context(original, folder),
                            main -> TikaOutcome.of(main, folder));
            outcome = ZipEnd.judged(original.file(), outcome);
            taken = outcome instanceof Extracted.Text && Files.isDirectory(folder);
            if (!(outcome instanceof Extracted.Text)) {
                folders.tidy(settings.timeout());
            }
            return outcome;
        } catch (IOException e) {
            return new Extracted.Corrupt("cannot be read: " + e.getClass().getSimpleName());
        } finally {
            if (!taken) {
                Unpacked.delete(folder);
            }
        }
    }

    private ParseContext context(Original original, Path folder) {
        Allowance allowance =
                original.allowance()
                        .atMost(settings.maxAttachments(), settings.maxEmbeddedSize().toBytes());
        ParseContext context = new ParseContext();
        context.set(HandlerConfig.class, handler);
        context.set(
                Unpacking.class,
                new Unpacking(folder.toString(), allowance.documents(), allowance.bytes()));
        return context;
    }

    @Override
    public void close() throws IOException {
        processes.close();
    }
}
