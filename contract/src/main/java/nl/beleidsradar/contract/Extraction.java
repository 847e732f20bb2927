package nl.beleidsradar.contract;

import java.util.List;
import java.util.Objects;

/**
 * How a text was obtained.
 *
 * @param parser name and version of the extractor
 * @param mediaType detected type of the original bytes
 * @param ocr whether optical character recognition gave any of the text
 * @param limits limits that were hit (for example {@code embedded-limit}); empty for a whole text
 */
public record Extraction(String parser, String mediaType, boolean ocr, List<String> limits) {

    public Extraction {
        Objects.requireNonNull(parser, "parser");
        Objects.requireNonNull(mediaType, "mediaType");
        limits = Copies.of(limits);
    }
}
