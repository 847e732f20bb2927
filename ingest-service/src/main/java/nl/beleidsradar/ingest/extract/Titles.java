package nl.beleidsradar.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the title people see: the source's, the file's own, the subject line of a letter, a
 * heading, the first line that is not letterhead, the file's name.
 */
public final class Titles {

    private static final int LONGEST = 300;
    private static final int LINES_READ = 200;
    private static final int TOP = 40;
    private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
    private static final Pattern MARKS = Pattern.compile("[#*_`|>\\\\]+");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{0,200})\\]\\([^)]{0,500}\\)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern SUBJECT = Pattern.compile("(?:Betreft|Onderwerp)\\b\\s?:?(.*)");
    // What stands above a document rather than names it.
    private static final Pattern LETTERHEAD =
            Pattern.compile(
                    "(?i)Vergaderjaar .*|Ministerie van .*|Aan de Voorzitter .*|Tweede Kamer der .*"
                            + "|Eerste Kamer der .*|Aanhangsel .*|Vragen gesteld door de leden .*"
                            + "|\\W*Bijlage\\W.*");
    private static final Pattern WORD = Pattern.compile(".*\\p{L}{3}.*");

    private Titles() {}

    public static String choose(
            @Nullable String given, @Nullable String stated, String text, @Nullable String file) {
        return Stream.of(
                        usable(given),
                        usable(stated),
                        subject(text),
                        firstHeading(text),
                        firstLine(text),
                        usable(file))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("(zonder titel)");
    }

    /** The subject of a letter may run over several lines; an empty one ends it. */
    private static Optional<String> subject(String text) {
        List<String> lines =
                text.lines()
                        .limit(TOP)
                        .map(l -> usable(l).orElse(""))
                        .dropWhile(l -> !SUBJECT.matcher(l).matches())
                        .takeWhile(l -> !l.isEmpty())
                        .toList();
        Matcher subject = SUBJECT.matcher(String.join(" ", lines));
        return subject.matches() ? usable(subject.group(1)) : Optional.empty();
    }

    private static Optional<String> firstHeading(String text) {
        return text.lines()
                .limit(TOP)
                .map(String::strip)
                .filter(l -> HEADING.matcher(l).matches())
                .flatMap(l -> usable(l).stream())
                .filter(l -> !LETTERHEAD.matcher(l).matches())
                .findFirst();
    }

    private static Optional<String> firstLine(String text) {
        return text.lines()
                .limit(LINES_READ)
                .flatMap(l -> usable(l).stream())
                .filter(l -> WORD.matcher(l).matches() && !LETTERHEAD.matcher(l).matches())
                .findFirst();
    }

    private static Optional<String> usable(@Nullable String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String start = raw.substring(0, Math.min(raw.length(), 4 * LONGEST));
        String plain = LINK.matcher(start).replaceAll("$1");
        String clean = SPACE.matcher(MARKS.matcher(plain).replaceAll(" ")).replaceAll(" ").strip();
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(clean.length() <= LONGEST ? clean : shortened(clean));
    }

    private static String shortened(String title) {
        int end = title.lastIndexOf(' ', LONGEST - 1);
        return title.substring(0, end < LONGEST / 2 ? LONGEST - 2 : end) + "…";
    }
}
