package nl.beleidsradar.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.beleidsradar.ingest.extract.ExtractSettings;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.FormatExtractor;
import nl.beleidsradar.ingest.extract.Original;
import nl.beleidsradar.ingest.extract.TikaTextExtractor;
import org.springframework.util.unit.DataSize;

/** Reads files as the service does, so that what is measured is what a reader would get. */
final class Reading implements AutoCloseable {

    private final TikaTextExtractor tika;
    private final FormatExtractor extractor;

    /**
     * @param folder that holds every file to be read
     */
    Reading(Path folder, Path work) throws IOException {
        tika =
                new TikaTextExtractor(
                        new ExtractSettings(
                                1,
                                DataSize.ofMegabytes(512),
                                Duration.ofSeconds(60),
                                DataSize.ofMegabytes(16),
                                1000,
                                5000,
                                5,
                                5000,
                                DataSize.ofGigabytes(1)),
                        folder.toRealPath(),
                        work);
        extractor = new FormatExtractor(tika);
    }

    /**
     * @param id the document is to have
     * @throws IOException if the file has no text
     */
    Document document(String id, Path file) throws IOException {
        Path real = file.toRealPath();
        Original original =
                new Original(real, Files.size(real), String.valueOf(real.getFileName()));
        if (extractor.extract(original) instanceof Extracted.Text text) {
            return new Document(id, text.title() == null ? "" : text.title(), text.text());
        }
        throw new IOException(file + " has no text");
    }

    @Override
    public void close() throws IOException {
        tika.close();
    }
}
