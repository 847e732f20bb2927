package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.search.query.DocumentView;
import org.jspecify.annotations.Nullable;

/** What the lists beside a document's text show, and where in the text each entry lies. */
record DocumentOutline(DocumentView document, List<TextPart> parts, TextPart present, Wording say) {

    private static final int EXCERPT = 220;

    /** Passages and references beyond these are counted, not listed: a page must stay usable. */
    static final int MOST_PASSAGES = 100;

    static final int MOST_REFERENCES = 300;

    /**
     * A theme of the document.
     *
     * @param passages at most {@link #MOST_PASSAGES}
     * @param left passages not listed
     */
    record ThemeEntry(
            String id, Strength strength, List<PassageEntry> passages, int total, int left) {

        static final int SHOWN = 5;

        public List<PassageEntry> first() {
            return passages.subList(0, Math.min(SHOWN, passages.size()));
        }

        public List<PassageEntry> more() {
            return passages.subList(Math.min(SHOWN, passages.size()), passages.size());
        }
    }

    /**
     * A passage.
     *
     * @param href where it is in the text; null for one in the title
     */
    record PassageEntry(
            String excerpt,
            @Nullable Integer page,
            @Nullable String href,
            List<String> terms,
            boolean about) {}

    /**
     * A document that this one refers to.
     *
     * @param href the document where it is held, else the page about it
     * @param place its first occurrence in the text; null for one in the title
     * @param times occurrences
     */
    record ReferenceEntry(
            Reference reference,
            String label,
            String href,
            @Nullable String url,
            @Nullable String place,
            int times) {}

    /** References listed, and how many were left out. */
    record ReferenceList(List<ReferenceEntry> entries, int left) {}

    /** Address of another part of the text. */
    String partHref(long number) {
        return Links.document(document.id()) + (number == 1 ? "" : "?deel=" + number) + "#tekst";
    }

    List<ThemeEntry> themes() {
        List<ThemeEntry> entries = new ArrayList<>();
        for (ThemeTag theme : document.themes()) {
            List<PassageEntry> passages = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_PASSAGES, theme.passages().size()); i++) {
                passages.add(passage(theme.passages().get(i), anchor(theme.id(), i)));
            }
            int total = theme.passages().size();
            entries.add(
                    new ThemeEntry(
                            theme.id(),
                            theme.strength(),
                            passages,
                            total,
                            total - passages.size()));
        }
        return entries;
    }

    private PassageEntry passage(Passage passage, String anchor) {
        boolean inTitle = Passage.IN_TITLE.equals(passage.in());
        return new PassageEntry(
                excerpt(passage),
                passage.page(),
                inTitle ? null : placeHref(passage.start(), anchor),
                passage.terms(),
                passage.about());
    }

    /** The passages of the text, as the text is marked with them. */
    List<MarkedText.Mark> marks() {
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (ThemeTag theme : document.themes()) {
            for (int i = 0; i < theme.passages().size(); i++) {
                Passage p = theme.passages().get(i);
                if (!Passage.IN_TITLE.equals(p.in())) {
                    String anchor = anchor(theme.id(), i);
                    marks.add(
                            new MarkedText.Mark(p.start(), p.end(), theme.id(), anchor, p.about()));
                }
            }
        }
        return marks;
    }

    List<Reference> textReferences() {
        return document.references().stream()
                .filter(r -> !Passage.IN_TITLE.equals(r.in()))
                .toList();
    }

    /** The document's own numbers. */
    List<String> self() {
        return document.references().stream()
                .filter(r -> r.role() == Reference.Role.SELF)
                .map(Reference::canonical)
                .distinct()
                .map(say::reference)
                .toList();
    }

    /** The documents referred to, in the order of their first occurrence. */
    ReferenceList references() {
        Map<List<Object>, List<Reference>> grouped = new LinkedHashMap<>();
        for (Reference r : document.references()) {
            if (r.role() != Reference.Role.SELF) {
                grouped.computeIfAbsent(List.of(r.canonical(), r.role()), k -> new ArrayList<>())
                        .add(r);
            }
        }
        List<ReferenceEntry> entries =
                grouped.values().stream().limit(MOST_REFERENCES).map(this::entry).toList();
        return new ReferenceList(entries, grouped.size() - entries.size());
    }

    private ReferenceEntry entry(List<Reference> occurrences) {
        Reference first =
                occurrences.stream()
                        .filter(r -> !Passage.IN_TITLE.equals(r.in()))
                        .findFirst()
                        .orElse(occurrences.getFirst());
        boolean inTitle = Passage.IN_TITLE.equals(first.in());
        return new ReferenceEntry(
                first,
                say.reference(first.canonical()),
                new PageLinks().cited(first),
                Links.external(first.url()),
                inTitle ? null : placeHref(first.start(), "v" + first.start()),
                occurrences.size());
    }

    private String placeHref(int offset, String anchor) {
        TextPart part = TextPart.at(parts, offset);
        return part.equals(present)
                ? "#" + anchor
                : Links.document(document.id()) + "?deel=" + part.number() + "#" + anchor;
    }

    private static String anchor(String theme, int index) {
        return "t-" + theme + "-" + (index + 1);
    }

    /** The passage on one line; of a long one the part around the first word that tells. */
    private static String excerpt(Passage passage) {
        // Some texts come with Markdown's signs for headings and bold, which say nothing here.
        String line =
                passage.text()
                        .replaceAll("(?m)^#{1,6}\\s+|\\*\\*", "")
                        .strip()
                        .replaceAll("\\s+", " ");
        if (line.length() <= EXCERPT) {
            return line;
        }
        int term =
                passage.terms().isEmpty()
                        ? 0
                        : Math.max(0, line.indexOf(passage.terms().getFirst()));
        int from = term < EXCERPT / 2 ? 0 : line.lastIndexOf(' ', term - EXCERPT / 3) + 1;
        int to = Math.min(line.length(), from + EXCERPT);
        if (to < line.length() && line.lastIndexOf(' ', to) > from + EXCERPT / 2) {
            to = line.lastIndexOf(' ', to);
        }
        return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
    }
}
