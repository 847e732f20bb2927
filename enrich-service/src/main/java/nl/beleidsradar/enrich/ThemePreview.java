package nl.beleidsradar.enrich;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.archive.ArchiveSweep.Swept;
import org.jspecify.annotations.Nullable;

/**
 * What a changed theme would do to the archive: the documents it would win and lose, collected one
 * by one.
 */
final class ThemePreview {

    /** Documents that are shown of each; all are counted. */
    private static final int SHOWN = 25;

    private static final int PASSAGES = 3;
    private static final int PASSAGE_UNITS = 600;
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final String theme;
    private final Rules now;
    private final Rules then;

    private final List<Shown> won = new ArrayList<>();
    private final List<Shown> lost = new ArrayList<>();
    private final TreeMap<String, Month> months = new TreeMap<>();
    private long wonCount;
    private long lostCount;
    private long kept;

    ThemePreview(String theme, Rules now, Rules then) {
        this.theme = theme;
        this.now = now;
        this.then = then;
    }

    /**
     * The whole effect.
     *
     * @param read documents looked at, the newest first
     * @param total documents held; an estimate where not all were looked at
     * @param complete whether all were looked at within the time
     * @param kept documents that carry the theme now and would go on to
     */
    record Effect(
            String theme,
            long read,
            long total,
            boolean complete,
            long kept,
            Change won,
            Change lost,
            List<Month> months) {}

    /** Documents on one side; the newest are shown. */
    record Change(long count, List<Shown> documents) {}

    record Shown(
            String id,
            String title,
            @Nullable LocalDate published,
            Strength strength,
            List<Proof> passages) {}

    record Proof(String text, @Nullable Integer page, List<String> terms) {}

    /**
     * @param month year and month of publication, or of retrieval where that is not known
     */
    record Month(String month, long won, long lost) {}

    void add(DocumentExtracted document, String text) {
        Optional<ThemeTag> before = tag(now, document, text);
        Optional<ThemeTag> after = tag(then, document, text);
        if (before.isPresent() && after.isPresent()) {
            kept++;
        } else if (after.isPresent()) {
            wonCount++;
            show(won, document, after.get());
            count(document, 1, 0);
        } else if (before.isPresent()) {
            lostCount++;
            show(lost, document, before.get());
            count(document, 0, 1);
        }
    }

    Effect effect(Swept swept) {
        return new Effect(
                theme,
                swept.documents(),
                swept.total(),
                swept.complete(),
                kept,
                new Change(wonCount, List.copyOf(won)),
                new Change(lostCount, List.copyOf(lost)),
                List.copyOf(months.values()));
    }

    private Optional<ThemeTag> tag(Rules rules, DocumentExtracted document, String text) {
        return rules.tagger().tag(document.title(), text, document.pages()).stream()
                .filter(tag -> tag.id().equals(theme))
                .findFirst();
    }

    private static void show(List<Shown> side, DocumentExtracted document, ThemeTag tag) {
        if (side.size() < SHOWN) {
            side.add(
                    new Shown(
                            document.id(),
                            document.title(),
                            document.published(),
                            tag.strength(),
                            tag.passages().stream()
                                    .limit(PASSAGES)
                                    .map(ThemePreview::proof)
                                    .toList()));
        }
    }

    private static Proof proof(Passage passage) {
        String text = passage.text();
        return new Proof(
                text.length() <= PASSAGE_UNITS ? text : text.substring(0, PASSAGE_UNITS) + " …",
                passage.page(),
                passage.terms());
    }

    private void count(DocumentExtracted document, int won, int lost) {
        String name = day(document).toString().substring(0, "2025-01".length());
        months.merge(
                name,
                new Month(name, won, lost),
                (a, b) -> new Month(name, a.won() + b.won(), a.lost() + b.lost()));
    }

    private static LocalDate day(DocumentExtracted document) {
        LocalDate published = document.published();
        Instant retrieved = document.retrieved();
        return published == null ? retrieved.atZone(HERE).toLocalDate() : published;
    }
}
