package nl.beleidsradar.ingest.extract.fork;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.jspecify.annotations.Nullable;

/** What an embedded part is to the file it lies in. */
enum EmbeddedRole {
    /** A document by itself. */
    DOCUMENT,
    /** A piece of the file's own text, kept apart by its format. */
    OWN_TEXT,
    /** A picture on a page, a font, a signature: no document. */
    FURNISHING;

    private static final Pattern PICTURE = Pattern.compile("(image|audio|video)/.*");
    // In these a picture belongs to a page; in a mail or an archive it may be a scanned document.
    private static final Pattern ILLUSTRATED =
            Pattern.compile(
                    "text/.*|application/(xhtml.*|rtf|msword.*|epub.*"
                            + "|vnd\\.(?!ms-outlook)(ms-|openxml|oasis|sun|visio|wordperfect|apple).*"
                            + "|x-tika-(msoffice|ooxml).*)");
    private static final Set<String> NO_DOCUMENT =
            Set.of(
                    "application/pkcs7-signature",
                    "application/x-pkcs7-signature",
                    "application/pgp-signature",
                    "application/vnd.ms-equation",
                    "application/x-emf",
                    "application/x-msmetafile");
    private static final Set<String> ABOUT_THE_FILE =
            Set.of(
                    EmbeddedResourceType.MACRO.name(),
                    EmbeddedResourceType.METADATA.name(),
                    EmbeddedResourceType.FONT.name(),
                    EmbeddedResourceType.THUMBNAIL.name(),
                    EmbeddedResourceType.RENDERING.name(),
                    EmbeddedResourceType.VERSION.name());
    private static final Pattern LEFT_BY_COMPUTERS =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    /**
     * @param type of the part, as stated or as detected; null where unknown
     * @param container type of the file it lies in
     */
    static EmbeddedRole of(Metadata part, @Nullable String type, String container) {
        String kind = part.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        String name = part.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String media = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (EmbeddedResourceType.ALTERNATE_FORMAT_CHUNK.name().equals(kind)) {
            return OWN_TEXT;
        }
        // A mail's text inside two layers of multipart comes like an attachment without a name.
        if (part.get(Message.MULTIPART_SUBTYPE) != null
                && name == null
                && media.startsWith("text/")) {
            return OWN_TEXT;
        }
        if (kind != null && ABOUT_THE_FILE.contains(kind)
                || NO_DOCUMENT.contains(media)
                || name != null && LEFT_BY_COMPUTERS.matcher(name).matches()) {
            return FURNISHING;
        }
        boolean inline = EmbeddedResourceType.INLINE.name().equals(kind);
        return PICTURE.matcher(media).matches()
                        && (inline || ILLUSTRATED.matcher(container).matches())
                ? FURNISHING
                : DOCUMENT;
    }
}
