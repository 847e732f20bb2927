package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Chooses who reads a file: plain UTF-8 text and official publication XML are read here, as they
 * need no parser that could run away; everything else goes to the isolated extractor.
 */
public final class FormatExtractor implements TextExtractor {

    private static final int HEAD = 4096;
    // What is read here is held in memory twice; a larger file is left to the isolated process.
    private static final long LARGEST_HERE = 16 * 1024 * 1024;

    private final TextExtractor isolated;

    public FormatExtractor(TextExtractor isolated) {
        this.isolated = isolated;
    }

    @Override
    public Extracted extract(Original original) {
        if (original.size() == 0) {
            return new Extracted.Empty("the file has no bytes");
        }
        try {
            return readHere(original).orElseGet(() -> isolated.extract(original));
        } catch (IOException e) {
            return new Extracted.Corrupt("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Optional<Extracted> readHere(Original original) throws IOException {
        if (original.size() > LARGEST_HERE) {
            return Optional.empty();
        }
        byte[] head = head(original);
        if (OfficialXml.looksLike(head)) {
            return OfficialXml.read(original.file());
        }
        if (PlainText.mayBe(original.fileName(), head)) {
            return PlainText.read(Files.readAllBytes(original.file()));
        }
        return Optional.empty();
    }

    private static byte[] head(Original original) throws IOException {
        try (InputStream in = Files.newInputStream(original.file())) {
            return in.readNBytes(HEAD);
        }
    }
}
