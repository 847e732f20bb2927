package nl.beleidsradar.ingest.extract.fork;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What a site puts around its articles: navigation, banners about cookies, the site's own head and
 * foot. Only what names itself so is taken away, and never the larger part of a page.
 */
final class Surroundings {

    private static final String NEVER_TEXT =
            "nav, dialog, template, noscript, button, [role=navigation], [role=search],"
                    + " [role=dialog], [role=alertdialog], [aria-modal=true]";

    /** Inside an article these are the article's own. */
    private static final String OF_THE_SITE =
            "header, footer, aside, [role=banner], [role=contentinfo], [role=complementary]";

    private static final String ARTICLE = "main, article, [role=main]";

    /** Blocks that Tika does not know: it would glue their last word to the next block's first. */
    private static final String BLOCKS =
            "header, footer, aside, section, article, main, figure, figcaption, details, summary,"
                    + " hgroup, address, fieldset, legend";

    private static final String NAMED_COOKIE = "[id*=cookie], [class*=cookie]";

    /** Not every name with the word: an article may be about cookies. */
    private static final Pattern COOKIE_BANNER =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])cookie[\\w]{0,12}[_-]{0,2}(?:banner|bar|balk|box|consent|dialog|layer|melding|message|modal|notice|notification|overlay|popup|pop-up|wall|toestemming)");

    private static final Pattern HINT =
            Pattern.compile(
                    "(?i)<(?:nav|dialog|template|noscript|button|header|footer|aside|section|article"
                            + "|main|figure|figcaption|details|summary|hgroup|address|fieldset"
                            + "|legend)\\b"
                            + "|cookie|\\srole\\s*=|aria-modal");

    private Surroundings() {}

    /** Cheap: most publications have none of it. */
    static boolean mayBeIn(String html) {
        return HINT.matcher(html).find();
    }

    /** Takes them away and makes the article's parts blocks; false where nothing changed. */
    static boolean tidied(Document page) {
        int all = page.body().text().length();
        boolean removed = false;
        for (Element named : page.body().select(NEVER_TEXT + ", " + NAMED_COOKIE)) {
            boolean around = named.is(NEVER_TEXT) || isBanner(named);
            removed |= around && remove(named, all);
        }
        if (page.body().selectFirst(ARTICLE) != null) {
            for (Element named : page.body().select(OF_THE_SITE)) {
                removed |= named.closest(ARTICLE) == null && remove(named, all);
            }
        }
        Elements blocks = page.body().select(BLOCKS);
        blocks.tagName("div");
        return removed || !blocks.isEmpty();
    }

    private static boolean isBanner(Element named) {
        return List.of(named.id(), named.className()).stream()
                .anyMatch(name -> COOKIE_BANNER.matcher(name).find());
    }

    private static boolean remove(Element around, int all) {
        boolean small = 2 * around.text().length() <= all;
        if (small && around.selectFirst(ARTICLE) == null) {
            around.remove();
            return true;
        }
        return false;
    }
}
