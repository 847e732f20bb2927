package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles of laws and treaties. The canonical form is the law's id, a colon and the article,
 * with the paragraph in brackets: {@code BWBR0005537:5:9(1)}, {@code VEU:42(7)}; of a law without a
 * known id it is the citation as written.
 */
record ArticleReader(LegalNames names) implements MatchReader {

    private static final int MOST_JOINED = 3;
    private static final List<String> ARTICLE = List.of("artikelen", "artikel", "art");
    private static final List<String> OF = List.of("van", "uit", "bij", "in");
    private static final List<String> THE = List.of("de", "het", "deze", "die");
    private static final List<String> ADJECTIVE =
            List.of("huidige", "nieuwe", "gewijzigde", "herziene", "voorgestelde", "nederlandse");
    private static final List<String> JOINED =
            List.of(
                    "juncto",
                    "jo",
                    "en",
                    "of",
                    "alsmede",
                    "gelezen in samenhang met",
                    "gelezen in verbinding met",
                    "in samenhang met",
                    "in verbinding met",
                    "in combinatie met");

    @Override
    public @Nullable Reading read(Match match) {
        SearchedText text = match.text();
        Cursor cursor = new Cursor(text, match.end());
        List<ArticleNumber> articles = new ArrayList<>();
        boolean plural = isPlural(text, match.start(), match.end());
        int joined = 0;
        do {
            ArticleNumbers numbers = new ArticleNumbers(cursor, plural);
            if (!numbers.read()) {
                break;
            }
            articles.addAll(numbers.found());
        } while (joined++ < MOST_JOINED && furtherArticle(cursor));
        if (articles.isEmpty()) {
            return null;
        }
        int end = cursor.position();
        toName(cursor);
        NameTrie.Hit hit = names.inArticle(text, cursor.position());
        if (hit != null) {
            return named(match, articles, hit.name(), Abbreviation.end(text, hit.end()));
        }
        int unlisted = cursor.position() == end ? end : UnlistedLaw.end(text, cursor.position());
        if (unlisted > cursor.position()) {
            return unlisted(match, Abbreviation.end(text, unlisted));
        }
        LegalName before =
                new TreatyBefore(names).of(text, match.start(), end, articles.getFirst());
        return before == null ? null : named(match, articles, before, end);
    }

    private static boolean isPlural(SearchedText text, int start, int end) {
        String word = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
        return word.startsWith("artikelen") || word.startsWith("artt");
    }

    /** {@code juncto artikel 6:24}: the law is named behind the last. */
    private static boolean furtherArticle(Cursor cursor) {
        int start = cursor.position();
        cursor.mark(",");
        cursor.space();
        String word = cursor.word(JOINED);
        cursor.mark(".");
        cursor.space();
        if (word != null && word.startsWith("j") && Cursor.isDigit(cursor.peek())) {
            return true;
        }
        if (word != null && cursor.word(ARTICLE) != null) {
            cursor.mark(".");
            cursor.space();
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    private static void toName(Cursor cursor) {
        cursor.mark(",");
        cursor.space();
        if (cursor.word(OF) != null) {
            cursor.space();
        }
        if (cursor.word(THE) != null) {
            cursor.space();
        }
        if (cursor.word(ADJECTIVE) != null) {
            cursor.space();
        }
    }

    private static Reading named(
            Match match, List<ArticleNumber> articles, LegalName law, int end) {
        List<Target> targets = new ArrayList<>();
        ReferenceKind kind =
                law.treaty() ? ReferenceKind.VERDRAGSARTIKEL : ReferenceKind.WETSARTIKEL;
        for (ArticleNumber written : articles) {
            ArticleNumber article = law.treaty() ? written.inTreaty() : written;
            String id = law.idFor(article.number());
            if (id == null) {
                return unlisted(match, end);
            }
            for (String canonical : article.canonicals(id, law.prefix())) {
                targets.add(new Target(kind, canonical));
            }
        }
        return new Reading(match.start(), end, targets);
    }

    private static Reading unlisted(Match match, int end) {
        String surface = match.text().subSequence(match.start(), end).toString().replace('\n', ' ');
        return new Reading(
                match.start(), end, List.of(new Target(ReferenceKind.WETSARTIKEL, surface)));
    }
}
