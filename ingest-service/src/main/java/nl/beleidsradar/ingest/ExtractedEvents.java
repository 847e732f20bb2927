package nl.beleidsradar.ingest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Extraction;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.Language;
import nl.beleidsradar.ingest.extract.PaperFacts;
import nl.beleidsradar.ingest.extract.TextSpans;
import nl.beleidsradar.ingest.extract.Titles;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the event of an extracted document; what the source says goes before what the file says.
 */
@Component
final class ExtractedEvents {

    private final DocumentTypes types;
    private final Language language;

    ExtractedEvents(DocumentTypes types, Language language) {
        this.types = types;
        this.language = language;
    }

    DocumentExtracted of(LedgerEntry document, Extracted.Text extracted, boolean ocr) {
        Facts facts = document.facts();
        String text = wellFormed(extracted.text());
        Map<String, List<String>> paper = PaperFacts.of(text);
        TextSpans spans = TextSpans.of(text, extracted.pages());
        String title =
                wellFormed(Titles.choose(facts.title(), extracted.title(), text, facts.fileName()));
        Extracted.Text whole = spans.complete() ? extracted : extracted.limited(TextSpans.LIMITED);
        return new DocumentExtracted(
                document.id(),
                document.contentHash(),
                document.source(),
                facts.url(),
                title,
                Objects.requireNonNullElseGet(facts.documentType(), () -> types.guess(title, text)),
                published(document, extracted, paper),
                document.retrieved(),
                language.of(text),
                extracted.pages(),
                spans.spans(),
                text,
                null,
                metadata(facts, extracted, paper),
                document.parent(),
                new Extraction(extracted.parser(), extracted.mediaType(), ocr, whole.limits()),
                document.sequence() + 1,
                document.previousForNext(),
                cause(document));
    }

    private static Cause cause(LedgerEntry document) {
        if (document.held() == null) {
            return document.backFill() ? Cause.BACK_FILL : Cause.NEW;
        }
        return document.held().contentHash().equals(document.contentHash())
                ? Cause.RE_EXTRACTED
                : Cause.NEW_VERSION;
    }

    /** A day the paper itself carries counts only if nothing better is known and it can be true. */
    private static @Nullable LocalDate published(
            LedgerEntry document, Extracted.Text extracted, Map<String, List<String>> paper) {
        if (document.facts().published() != null) {
            return document.facts().published();
        }
        List<String> stated = extracted.metadata().getOrDefault("date", List.of());
        if (!stated.isEmpty()) {
            return LocalDate.parse(stated.getFirst());
        }
        LocalDate latest = LocalDate.ofInstant(document.retrieved(), ZoneOffset.UTC).plusDays(1);
        return paper.getOrDefault(PaperFacts.DATE, List.of()).stream()
                .map(LocalDate::parse)
                .filter(day -> !day.isAfter(latest))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, List<String>> metadata(
            Facts facts, Extracted.Text extracted, Map<String, List<String>> paper) {
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        if (facts.fileName() != null) {
            metadata.put("fileName", List.of(wellFormed(facts.fileName())));
        }
        if (facts.givenType() != null) {
            metadata.put("givenType", List.of(facts.givenType()));
        }
        facts.metadata().forEach(metadata::putIfAbsent);
        extracted.metadata().forEach(metadata::putIfAbsent);
        metadata.remove("date");
        paper.forEach((key, values) ->
                metadata.putIfAbsent(
                        key, values.stream().map(ExtractedEvents::wellFormed).toList()));
        return metadata;
    }

    /** Half a surrogate pair, as broken fonts give, has no UTF-8 form: offsets stay, it goes. */
    private static String wellFormed(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, '\uFFFD');
            }
        }
        return changed == null ? text : changed.toString();
    }
}
