package nl.beleidsradar.search.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the terms of a theme back in a passage, whatever their case and white space. */
public final class TermMarks {

    private TermMarks() {}

    /** A stretch of the passage; joined, the pieces are the passage. */
    public record Piece(String text, boolean marked) {}

    public static List<Piece> in(String passage, List<String> terms) {
        String any =
                terms.stream()
                        .filter(term -> !term.isBlank())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(TermMarks::spaced)
                        .collect(Collectors.joining("|"));
        if (any.isEmpty()) {
            return List.of(new Piece(passage, false));
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher found =
                Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(passage);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(passage.substring(end, found.start()), false));
            }
            pieces.add(new Piece(found.group(), true));
            end = found.end();
        }
        if (end < passage.length() || pieces.isEmpty()) {
            pieces.add(new Piece(passage.substring(end), false));
        }
        return pieces;
    }

    private static String spaced(String term) {
        return Arrays.stream(term.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
    }
}
