package nl.beleidsradar.contract;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The endings that names of files have by custom, by media type. */
public final class FileEndings {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

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
                    Map.entry("text/markdown", ".md"),
                    Map.entry("message/rfc822", ".eml"),
                    Map.entry("application/vnd.ms-outlook", ".msg"),
                    Map.entry("application/zip", ".zip"),
                    Map.entry("application/vnd.ms-excel", ".xls"),
                    Map.entry("application/vnd.ms-powerpoint", ".ppt"),
                    Map.entry("application/vnd.oasis.opendocument.text", ".odt"),
                    Map.entry(OFFICE + "wordprocessingml.document", ".docx"),
                    Map.entry(OFFICE + "spreadsheetml.sheet", ".xlsx"),
                    Map.entry(OFFICE + "presentationml.presentation", ".pptx"));

    private FileEndings() {}

    /**
     * @param mediaType with or without parameters, in any case
     * @return with the dot; empty for a type that has none here
     */
    public static Optional<String> of(String mediaType) {
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ENDINGS.get(bare));
    }
}
