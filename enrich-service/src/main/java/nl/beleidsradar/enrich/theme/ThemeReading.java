package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Goes through the paragraphs of one text and notes what each says of each theme. */
final class ThemeReading {

    /** Shortest paragraph that can inherit its heading's theme, in UTF-16 units. */
    private static final int MIN_INHERITING = 40;

    /** In a paragraph about a theme its terms stand at least this close, in UTF-16 units. */
    private static final int UNITS_PER_FIND = 450;

    private final String text;
    private final ListItems items;
    private final Map<Integer, Section> sections = new HashMap<>();
    private final Map<Integer, List<Evidence>> evidence = new TreeMap<>();

    ThemeReading(String text) {
        this.text = text;
        this.items = new ListItems(text);
    }

    /** What was noted, by theme, in the order of the text. */
    Map<Integer, List<Evidence>> evidence() {
        return evidence;
    }

    void read(Paragraph paragraph, Map<Integer, List<Find>> finds) {
        switch (paragraph.kind()) {
            case HEADING -> heading(paragraph, finds);
            case BODY -> body(paragraph, finds);
            case RUNNING -> {}
        }
    }

    private void heading(Paragraph paragraph, Map<Integer, List<Find>> finds) {
        if (finds.isEmpty() && sections.isEmpty()) {
            return;
        }
        String heading = text.substring(paragraph.start(), paragraph.end());
        sections.values().removeIf(section -> section.endsAt(heading));
        boolean alone = finds.values().stream().filter(found -> strong(found) > 0).count() == 1;
        finds.forEach((theme, found) -> {
            boolean about = strong(found) > 0;
            if (about || proves(found)) {
                note(theme, new Evidence(paragraph, found, about));
            }
            if (about) {
                sections.put(theme, Section.under(heading, alone));
            }
        });
    }

    private void body(Paragraph paragraph, Map<Integer, List<Find>> finds) {
        Set<Integer> covered = items.inheritedBy(paragraph);
        if (finds.isEmpty() && sections.isEmpty() && covered.isEmpty()) {
            // So are most paragraphs of most documents.
            items.passed(paragraph, Set.of());
            return;
        }
        inherit(paragraph, finds, covered);
        Set<Integer> about = new HashSet<>();
        finds.forEach((theme, found) -> {
            Section section = sections.get(theme);
            if (section != null) {
                sections.put(theme, section.afterTerm());
            }
            boolean inSection =
                    covered.contains(theme)
                            || (section != null && (section.wholly() || strong(found) > 0));
            boolean byItself = isAbout(paragraph, found);
            if (byItself) {
                about.add(theme);
            }
            if (inSection || proves(found)) {
                note(theme, new Evidence(paragraph, found, inSection || byItself));
            }
        });
        items.passed(paragraph, about);
    }

    /** Notes a paragraph for the themes that cover it and that it does not name. */
    private void inherit(
            Paragraph paragraph, Map<Integer, List<Find>> finds, Set<Integer> covered) {
        if (paragraph.length() < MIN_INHERITING) {
            return;
        }
        Set<Integer> inherited = new TreeSet<>(covered);
        sections.replaceAll((theme, section) -> {
            if (finds.containsKey(theme) || section.patience() == 0) {
                return section;
            }
            if (section.wholly()) {
                inherited.add(theme);
            }
            return section.afterSilence();
        });
        sections.values().removeIf(section -> section.patience() == 0);
        inherited.removeAll(finds.keySet());
        inherited.forEach(theme -> note(theme, new Evidence(paragraph, List.of(), true)));
    }

    private void note(int theme, Evidence found) {
        evidence.computeIfAbsent(theme, t -> new ArrayList<>()).add(found);
    }

    /** Whether finds that may only support another one are not all there is. */
    private static boolean proves(List<Find> finds) {
        return finds.stream().anyMatch(find -> find.weight() != Theme.Weight.SUPPORT)
                || distinct(finds) > 1;
    }

    private static boolean isAbout(Paragraph paragraph, List<Find> finds) {
        boolean several =
                strong(finds) > 0
                        ? finds.size() > 1
                        : distinct(finds) > 1
                                && finds.stream().anyMatch(f -> f.weight() == Theme.Weight.WEAK);
        return several && paragraph.length() <= (long) finds.size() * UNITS_PER_FIND;
    }

    private static long strong(List<Find> finds) {
        return finds.stream().filter(find -> find.weight() == Theme.Weight.STRONG).count();
    }

    private static long distinct(List<Find> finds) {
        return finds.stream().map(Find::name).distinct().count();
    }
}
