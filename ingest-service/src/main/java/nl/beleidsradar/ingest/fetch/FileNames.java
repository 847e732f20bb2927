package nl.beleidsradar.ingest.fetch;

import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.FileEndings;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import org.jspecify.annotations.Nullable;

/** The name of a fetched file: as listed, as in its address, or made from what the host says. */
final class FileNames {

    private static final int LONGEST = 255;

    private FileNames() {}

    static String of(ListedFile file, @Nullable String contentType, DocumentId id) {
        String path = String.valueOf(file.address().getPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name =
                file.fileName() != null
                        ? file.fileName()
                        : last.matches("[^/]+\\.[A-Za-z0-9]{1,5}")
                                ? last
                                : id.local() + ending(contentType);
        return name.substring(0, Math.min(name.length(), LONGEST));
    }

    private static String ending(@Nullable String contentType) {
        return contentType == null ? "" : FileEndings.of(contentType).orElse("");
    }
}
