package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;

/** The extraction processes of one configuration, each with one file at a time. */
final class ForkProcesses implements AutoCloseable {

    private final PipesParser parser;
    private final Path store;

    /**
     * @param store folder that holds every file to be read
     */
    ForkProcesses(Path config, Path store) throws IOException {
        this.store = store.toAbsolutePath().normalize();
        try {
            this.parser = new PipesParser(PipesConfig.load(config));
        } catch (TikaConfigException e) {
            throw new IllegalStateException("extraction settings", e);
        }
    }

    /**
     * @param reader of what the process gives, if it gives anything
     * @throws ExtractorUnavailable if no process starts, which says nothing of the file
     */
    Extracted read(Path file, ParseContext context, Function<Metadata, Extracted> reader) {
        PipesResult result;
        try {
            result = parser.parse(task(file, context));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtractionInterrupted(e);
        } catch (IOException | PipesException e) {
            return new Extracted.Corrupt("the extraction process broke off: " + e.getMessage());
        } catch (RuntimeException e) {
            // What a file does to its process comes as a status; this is the process itself.
            throw new ExtractorUnavailable("no extraction process starts", e);
        }
        Optional<Extracted> failure = ForkFailure.of(result.getStatus());
        return failure.isPresent()
                ? failure.get()
                : reader.apply(result.getEmitData().getMetadataList().getFirst());
    }

    private FetchEmitTuple task(Path file, ParseContext context) {
        String key = store.relativize(file.toAbsolutePath().normalize()).toString();
        return new FetchEmitTuple(
                UUID.randomUUID().toString(),
                new FetchKey(ForkXml.FETCHER, key),
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
