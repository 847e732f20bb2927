package nl.beleidsradar.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.beleidsradar.quality.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** Sets the finds in one document beside its labels. */
final class Judge {

    /** Official markup begins a citation at its number. */
    private static final Pattern WORD = Pattern.compile("^kamerstuk(ken)? ");

    private final String set;
    private final Function<Find, String> line;

    /**
     * @param line of the report that a find without a label counts in
     */
    Judge(String set, Function<Find, String> line) {
        this.set = set;
        this.line = line;
    }

    /** Each label takes one find at its place. */
    List<Verdict> placed(String document, List<Label> labels, List<Find> finds) {
        List<Find> left = new ArrayList<>(finds);
        List<Verdict> verdicts = new ArrayList<>();
        for (Label label : labels) {
            Optional<Find> best =
                    left.stream()
                            .filter(f -> label.names(f) && f.touches(label.start(), label.end()))
                            .min((a, b) -> Integer.compare(distance(label, a), distance(label, b)));
            best.ifPresent(left::remove);
            if (!label.optional()) {
                verdicts.add(
                        verdict(
                                document,
                                label,
                                best.map(f ->
                                                distance(label, f) == 0
                                                        ? Outcome.RIGHT
                                                        : Outcome.MISPLACED)
                                        .orElse(Outcome.MISSED)));
            }
        }
        left.forEach(find ->
                verdicts.add(invented(document, find, find.canonical() + " @" + find.start())));
        return verdicts;
    }

    /** Labels without a place: a document cited twice counts once. */
    List<Verdict> unplaced(String document, List<Label> labels, List<Find> finds) {
        Map<String, Label> wanted = new LinkedHashMap<>();
        labels.forEach(label -> wanted.putIfAbsent(key(label.role(), label.shown()), label));
        Map<String, List<Find>> found = new LinkedHashMap<>();
        for (Find find : finds) {
            String role = wanted.containsKey(key(null, find.canonical())) ? null : find.role();
            found.computeIfAbsent(key(role, find.canonical()), k -> new ArrayList<>()).add(find);
        }
        List<Verdict> verdicts = new ArrayList<>();
        wanted.forEach((key, label) -> {
            List<Find> same = found.getOrDefault(key, List.of());
            boolean exact =
                    labels.stream()
                            .filter(l -> key(l.role(), l.shown()).equals(key))
                            .anyMatch(l -> same.stream().anyMatch(f -> spells(l, f, finds)));
            verdicts.add(
                    verdict(
                            document,
                            label,
                            same.isEmpty()
                                    ? Outcome.MISSED
                                    : exact ? Outcome.RIGHT : Outcome.MISPLACED));
        });
        Set<String> invented = new HashSet<>(found.keySet());
        invented.removeAll(wanted.keySet());
        invented.stream()
                .sorted()
                .forEach(key -> {
                    Find find = found.getOrDefault(key, List.of()).getFirst();
                    verdicts.add(invented(document, find, find.canonical()));
                });
        return verdicts;
    }

    private static int distance(Label label, Find find) {
        return Math.abs(label.start() - find.start()) + Math.abs(label.end() - find.end());
    }

    /** The entries of a list share its whole span, while each is labelled apart. */
    private static boolean spells(Label label, Find find, List<Find> finds) {
        String surface = plain(label.surface());
        String text = plain(find.text());
        boolean list =
                finds.stream()
                        .anyMatch(other ->
                                other.start() == find.start()
                                        && other.end() == find.end()
                                        && !other.canonical().equals(find.canonical()));
        return surface.isEmpty()
                || text.equals(surface)
                || WORD.matcher(text).replaceFirst("").equals(surface)
                || (list && text.contains(surface));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String key(@Nullable String role, String canonical) {
        return role + " " + canonical.toLowerCase(Locale.ROOT);
    }

    private Verdict verdict(String document, Label label, Outcome outcome) {
        return new Verdict(set, label.line(), document, label.shown(), outcome);
    }

    private Verdict invented(String document, Find find, String shown) {
        return new Verdict(set, line.apply(find), document, shown, Outcome.INVENTED);
    }
}
