package nl.beleidsradar.search.query;

import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.FileEndings;

/** Names under which originals are downloaded: the local id, and the ending of the media type. */
final class FileNames {

    private FileNames() {}

    static String of(String documentId, String mediaType) {
        return DocumentId.parse(documentId).local() + FileEndings.of(mediaType).orElse(".bin");
    }
}
