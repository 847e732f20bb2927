package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import nl.beleidsradar.contract.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a document's text cut so that a page can show it: the stretches, joined, are that
 * text; within one the same passages hold, so that passages that overlap need no nesting.
 */
record MarkedText(List<Stretch> stretches) {

    /**
     * A passage of a theme.
     *
     * @param start offset in the document's text, in UTF-16 units
     * @param end one past the last
     * @param anchor where the page's lists link to
     */
    record Mark(int start, int end, String theme, String anchor, boolean about) {}

    /**
     * A piece of the text in which the same passages hold.
     *
     * @param pages the pages that begin here, from 1: several where pages are empty
     * @param starting the passages that begin here
     * @param marks the passages that hold, those starting here included
     */
    record Stretch(
            List<Integer> pages, List<Mark> starting, List<Mark> marks, List<Piece> pieces) {}

    /**
     * Text that is wholly inside or wholly outside a reference.
     *
     * @param references what it refers to: several where it is a list of numbers
     * @param first whether the reference begins here
     * @param last whether the reference ends here
     */
    record Piece(String text, List<Reference> references, boolean first, boolean last) {

        /** Where lists of references link to; null where no reference begins. */
        public @Nullable String anchor() {
            return first ? "v" + references.getFirst().start() : null;
        }

        /**
         * What a link on this text leads to; null for plain text, the document itself and lists.
         */
        public @Nullable Reference target() {
            return references.size() == 1 && references.getFirst().role() != Reference.Role.SELF
                    ? references.getFirst()
                    : null;
        }

        public boolean self() {
            return !references.isEmpty()
                    && references.stream().allMatch(r -> r.role() == Reference.Role.SELF);
        }

        /** What the end of a list of numbers is followed by links to. */
        public List<Reference> listed() {
            return last && references.size() > 1 ? references : List.of();
        }
    }

    private record Cited(int start, int end, List<Reference> references) {}

    /**
     * @param part the stretch of the text to show
     * @param pages start offset of each page of the whole text
     * @param references of the text, not of the title; of two that overlap the longer one is linked
     */
    static MarkedText of(
            String text,
            TextPart part,
            List<Integer> pages,
            List<Mark> marks,
            List<Reference> references) {
        List<Mark> inside =
                marks.stream()
                        .filter(m -> m.start() < part.end() && m.end() > part.start())
                        .filter(m -> m.start() < m.end())
                        .sorted(Comparator.comparingInt(Mark::start))
                        .toList();
        List<Cited> cited = cited(references, part);
        TreeSet<Integer> bounds = bounds(part, pages, inside, text.length());
        List<Stretch> stretches = new ArrayList<>();
        List<Mark> holding = new ArrayList<>();
        int nextMark = 0;
        int nextCited = 0;
        for (int from : bounds) {
            @Nullable Integer following = bounds.higher(from);
            int to = following == null ? from : following;
            List<Mark> starting = new ArrayList<>();
            while (nextMark < inside.size() && inside.get(nextMark).start() <= from) {
                starting.add(inside.get(nextMark++));
            }
            holding.addAll(starting);
            holding.removeIf(m -> m.end() <= from);
            while (nextCited < cited.size() && cited.get(nextCited).end() <= from) {
                nextCited++;
            }
            List<Integer> begun = pagesAt(from, part, pages, text.length());
            if (to > from || !begun.isEmpty()) {
                stretches.add(
                        new Stretch(
                                begun,
                                starting,
                                List.copyOf(holding),
                                pieces(text, from, to, cited.subList(nextCited, cited.size()))));
            }
        }
        return new MarkedText(stretches);
    }

    private static TreeSet<Integer> bounds(
            TextPart part, List<Integer> pages, List<Mark> marks, int length) {
        TreeSet<Integer> bounds = new TreeSet<>(List.of(part.start(), part.end()));
        pages.stream().filter(p -> part.shows(p, length)).forEach(bounds::add);
        for (Mark mark : marks) {
            bounds.add(Math.max(mark.start(), part.start()));
            bounds.add(Math.min(mark.end(), part.end()));
        }
        return bounds;
    }

    private static List<Integer> pagesAt(
            int offset, TextPart part, List<Integer> pages, int length) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i) == offset && part.shows(offset, length)) {
                found.add(i + 1);
            }
        }
        return found;
    }

    private static List<Cited> cited(List<Reference> references, TextPart part) {
        List<Reference> ordered =
                references.stream()
                        .filter(r -> r.start() < part.end() && r.end() > part.start())
                        .filter(r -> r.start() < r.end())
                        .sorted(
                                Comparator.comparingInt(Reference::start)
                                        .thenComparing(Reference::end, Comparator.reverseOrder()))
                        .toList();
        List<Cited> groups = new ArrayList<>();
        for (Reference reference : ordered) {
            @Nullable Cited last = groups.isEmpty() ? null : groups.getLast();
            if (last == null || reference.start() >= last.end()) {
                groups.add(
                        new Cited(
                                reference.start(),
                                reference.end(),
                                new ArrayList<>(List.of(reference))));
            } else if (reference.start() == last.start() && reference.end() == last.end()) {
                last.references().add(reference);
            }
        }
        return groups;
    }

    private static List<Piece> pieces(String text, int from, int to, List<Cited> cited) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Cited c : cited) {
            if (c.start() >= to) {
                break;
            }
            int start = Math.max(c.start(), at);
            int end = Math.min(c.end(), to);
            if (start > at) {
                pieces.add(new Piece(text.substring(at, start), List.of(), false, false));
            }
            if (end > start) {
                pieces.add(
                        new Piece(
                                text.substring(start, end),
                                List.copyOf(c.references()),
                                start == c.start(),
                                end == c.end()));
                at = end;
            }
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), List.of(), false, false));
        }
        return pieces;
    }
}
