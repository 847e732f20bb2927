package nl.beleidsradar.quality;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Labels of our own, for what the labelled documents leave open; see docs/quality.md. */
final class HandLabels {

    private HandLabels() {}

    /** An act of the European Union that the directive's text cites without a link. */
    record Act(String celex, String number) {}

    static List<Act> acts() throws IOException {
        return lines("nis2-acts.tsv").stream()
                .map(line -> line.split("\t", 2))
                .map(columns -> new Act(columns[0], columns[1]))
                .toList();
    }

    static List<String> lines(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        HandLabels.class.getResourceAsStream("/quality/" + resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
