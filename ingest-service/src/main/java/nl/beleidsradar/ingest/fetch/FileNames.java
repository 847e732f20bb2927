package nl.beleidsradar.ingest.fetch;

import java.util.Locale;
import java.util.Map;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import org.jspecify.annotations.Nullable;

/** The name of a fetched file: as listed, as in its address, or made from what the host says. */
final class FileNames {

    private static final int LONGEST = 255;
    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("application/msword", ".doc"),
                    Map.entry("application/rtf", ".rtf"),
                    Map.entry("text/rtf", ".rtf"),
                    Map.entry("text/html", ".html"),
                    Map.entry("application/xhtml+xml", ".html"),
                    Map.entry("application/xml", ".xml"),
                    Map.entry("text/xml", ".xml"),
                    Map.entry("text/plain", ".txt"),
                    Map.entry("application/zip", ".zip"),
                    Map.entry("application/vnd.ms-excel", ".xls"),
                    Map.entry("application/vnd.ms-powerpoint", ".ppt"),
                    Map.entry("application/vnd.oasis.opendocument.text", ".odt"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            ".docx"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            ".xlsx"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            ".pptx"));

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
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return ENDINGS.getOrDefault(type.toLowerCase(Locale.ROOT), "");
    }
}
