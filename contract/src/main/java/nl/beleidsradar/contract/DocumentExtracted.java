package nl.beleidsradar.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of one document, with its text: the event on {@code documents.extracted}, keyed by
 * id.
 *
 * @param id document id, {@code <source>:<local id>}
 * @param contentHash {@code sha256-<64 hex>} of the original bytes; also their key in the document
 *     store
 * @param source the part of the id before the colon
 * @param sourceUrl where the source publishes it, if it does
 * @param title as the source, the metadata or the file gives it; never blank
 * @param documentType word of the type vocabulary (kamerbrief, motie, raadsdocument, overig …)
 * @param published day of publication, Europe/Amsterdam; null where unknown
 * @param retrieved when these bytes were fetched
 * @param language ISO 639-1, or {@code und} where undetermined
 * @param pages start offset of each page in the text, in UTF-16 units; empty where the format has
 *     no pages
 * @param spans broken words, running heads, page numbers, footers and footnotes in the text, by
 *     start; empty also in events written before these were recognised
 * @param text the text as extracted; null where the event would exceed {@link Events#MAX_INLINE}
 * @param textRef key of the text in the document store; set exactly where {@code text} is null
 * @param metadata further facts of the source or the file, such as dossier numbers or sender
 * @param parentId the document this one is attached to
 * @param extraction how the text was obtained
 * @param sequence 1 for the first event of this id, rising with each later one
 * @param previous earlier versions, oldest first
 * @param cause why this event was written
 */
public record DocumentExtracted(
        String id,
        String contentHash,
        String source,
        @Nullable String sourceUrl,
        String title,
        String documentType,
        @Nullable LocalDate published,
        Instant retrieved,
        String language,
        List<Integer> pages,
        List<TextSpan> spans,
        @Nullable String text,
        @Nullable String textRef,
        Map<String, List<String>> metadata,
        @Nullable String parentId,
        Extraction extraction,
        long sequence,
        List<PreviousVersion> previous,
        Cause cause) {

    public DocumentExtracted {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(documentType, "documentType");
        Objects.requireNonNull(retrieved, "retrieved");
        Objects.requireNonNull(extraction, "extraction");
        Objects.requireNonNull(cause, "cause");
        if ((text == null) == (textRef == null)) {
            throw new IllegalArgumentException(id + ": exactly one of text and textRef");
        }
        if (sequence < 1) {
            throw new IllegalArgumentException(id + ": sequence starts at 1");
        }
        language = Objects.requireNonNullElse(language, "und");
        pages = Copies.of(pages);
        spans = Copies.of(spans);
        metadata = Copies.of(metadata);
        previous = Copies.of(previous);
    }

    /** The same document with its text in the store instead of in the event. */
    public DocumentExtracted withTextRef(String ref) {
        return new DocumentExtracted(
                id,
                contentHash,
                source,
                sourceUrl,
                title,
                documentType,
                published,
                retrieved,
                language,
                pages,
                spans,
                null,
                ref,
                metadata,
                parentId,
                extraction,
                sequence,
                previous,
                cause);
    }

    /** The page (from 1) on which a text offset lies, or null where the document has no pages. */
    public @Nullable Integer pageAt(int offset) {
        return Pages.pageAt(pages, offset);
    }
}
