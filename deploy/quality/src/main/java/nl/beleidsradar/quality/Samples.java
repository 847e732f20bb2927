package nl.beleidsradar.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sample documents of the repository. */
final class Samples {

    private Samples() {}

    static List<Document> documents(Places places, String set) throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(places.samples())) {
            for (Path file : files.sorted().toList()) {
                documents.add(
                        new Document(set + "/" + file.getFileName(), "", Files.readString(file)));
            }
        }
        return documents;
    }
}
