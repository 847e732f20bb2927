package nl.beleidsradar.search.query;

import java.util.Map;
import nl.beleidsradar.contract.DocumentId;

/** Names under which originals are downloaded: the local id, and the ending of the media type. */
final class FileNames {

    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("text/html", ".html"),
                    Map.entry("application/xhtml+xml", ".html"),
                    Map.entry("text/plain", ".txt"),
                    Map.entry("text/markdown", ".md"),
                    Map.entry("application/xml", ".xml"),
                    Map.entry("text/xml", ".xml"),
                    Map.entry("application/rtf", ".rtf"),
                    Map.entry("message/rfc822", ".eml"),
                    Map.entry("application/zip", ".zip"),
                    Map.entry("application/msword", ".doc"),
                    Map.entry("application/vnd.ms-excel", ".xls"),
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

    static String of(String documentId, String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip();
        return DocumentId.parse(documentId).local() + ENDINGS.getOrDefault(bare, ".bin");
    }
}
