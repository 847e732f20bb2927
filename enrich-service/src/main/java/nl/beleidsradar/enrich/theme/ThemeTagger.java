package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidsradar.contract.Pages;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.theme.TermTrie.Match;
import org.jspecify.annotations.Nullable;

/**
 * Tags a document with the themes it speaks of. Takes any text; the time it needs grows with the
 * text, not with the number of themes.
 */
public final class ThemeTagger {

    private final ThemeVocabulary vocabulary;
    private final FindReader findReader;

    public ThemeTagger(ThemeVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.findReader = new FindReader(vocabulary.themes());
    }

    /**
     * Tags one document.
     *
     * @param pages start offset of each page in the text; empty where there are none
     * @return the themes found, ordered by id, each with its passages
     */
    public List<ThemeTag> tag(String title, String text, List<Integer> pages) {
        Map<Integer, List<Evidence>> inTitle = readTitle(title);
        List<Paragraph> paragraphs = ParagraphSplitter.split(text);
        Map<Integer, List<Evidence>> inText = readText(text, paragraphs);
        PassageCutter cutter = new PassageCutter(text);
        long body = Math.max(1, paragraphs.stream().mapToLong(Paragraph::length).sum());

        List<ThemeTag> tags = new ArrayList<>();
        Set<Integer> themes = new TreeSet<>(inTitle.keySet());
        themes.addAll(inText.keySet());
        for (int theme : themes) {
            List<Evidence> titleEvidence = inTitle.getOrDefault(theme, List.of());
            List<Evidence> evidence =
                    StrengthRule.sharpened(inText.getOrDefault(theme, List.of()), body);
            List<Passage> passages = new ArrayList<>(titlePassages(title, titleEvidence));
            evidence.forEach(e -> passages.addAll(passages(text, pages, cutter, e)));
            Strength strength = StrengthRule.strength(titleEvidence, evidence, body);
            tags.add(new ThemeTag(vocabulary.themes().get(theme).id(), strength, passages));
        }
        tags.sort(Comparator.comparing(ThemeTag::id));
        return List.copyOf(tags);
    }

    private Map<Integer, List<Evidence>> readTitle(String title) {
        if (title.isEmpty()) {
            return Map.of();
        }
        Paragraph whole = new Paragraph(0, title.length(), Paragraph.Kind.HEADING);
        return readText(title, List.of(whole));
    }

    /**
     * Paragraph by paragraph: a phrase that runs over a paragraph's end is two accidents, not one
     * find.
     */
    private Map<Integer, List<Evidence>> readText(String text, List<Paragraph> paragraphs) {
        Words words = new Words(text);
        ThemeReading reading = new ThemeReading(text);
        List<Match> matches = new ArrayList<>();
        TermTrie.Search search = vocabulary.trie().search(words, matches::add);
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.kind() != Paragraph.Kind.RUNNING) {
                words.read(paragraph.start(), paragraph.end());
                matches.clear();
                for (int word = 0; word < words.size(); word++) {
                    search.matchesAt(word);
                }
                reading.read(paragraph, findReader.read(words, matches));
            }
        }
        return reading.evidence();
    }

    private static List<Passage> titlePassages(String title, List<Evidence> evidence) {
        return evidence.stream()
                .map(e ->
                        new Passage(
                                0,
                                title.length(),
                                null,
                                title,
                                terms(title, e.finds()),
                                e.about(),
                                Passage.IN_TITLE))
                .toList();
    }

    private static List<Passage> passages(
            String text, List<Integer> pages, PassageCutter cutter, Evidence evidence) {
        return cutter.cut(evidence.paragraph(), evidence.finds()).stream()
                .map(cut -> {
                    @Nullable Integer page = Pages.pageAt(pages, pageAnchor(cut));
                    return new Passage(
                            cut.start(),
                            cut.end(),
                            page,
                            text.substring(cut.start(), cut.end()),
                            terms(text, cut.finds()),
                            evidence.about(),
                            null);
                })
                .toList();
    }

    /** A paragraph may go on over a page: the page is that of the first word that proves it. */
    private static int pageAnchor(PassageCutter.Cut cut) {
        return cut.finds().isEmpty() ? cut.start() : cut.finds().getFirst().start();
    }

    private static List<String> terms(String text, List<Find> finds) {
        return finds.stream()
                .map(find -> text.substring(find.start(), find.end()))
                .distinct()
                .toList();
    }
}
