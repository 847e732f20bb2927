package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A document of the Tweede Kamer as both its interfaces describe it: the fields of the entity
 * Document of the Gegevensmagazijn, by name in lower case, those without a value left out.
 */
record KamerDocument(String guid, Map<String, String> fields) {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F-]{36}");
    // Two years of the session and five digits: 242501244 is number 1244 of 2024-2025.
    private static final Pattern APPENDIX = Pattern.compile("(\\d{2})(\\d{2})(\\d{5})");

    private static final Pattern ONDERNUMMER = Pattern.compile("[1-9]\\d{0,4}");

    static boolean isGuid(String written) {
        return GUID.matcher(written).matches();
    }

    /**
     * @param file where it is; null where the source has none
     * @param revision when it was last changed, as the source writes it
     */
    ListedDocument listed(FeedSource source, @Nullable URI file, @Nullable String revision) {
        String number = field("documentnummer").orElse(guid);
        String soort = field("soort").orElse(null);
        String type = source.typeOf(soort);
        String subject = field("onderwerp").or(() -> field("titel")).orElse(null);
        Facts facts =
                new Facts(
                        null,
                        subject,
                        type,
                        type == null ? soort : null,
                        published(),
                        source.setting("page", "").isEmpty()
                                ? null
                                : source.setting("page").replace("{number}", number),
                        metadata());
        return new ListedDocument(
                number,
                guid.toLowerCase(Locale.ROOT),
                facts,
                file == null ? List.of() : List.of(new ListedFile(file)),
                revision,
                null);
    }

    private Map<String, List<String>> metadata() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        field("soort").ifPresent(v -> all.put("soort", List.of(v)));
        field("onderwerp")
                .flatMap(s -> field("titel"))
                .ifPresent(v -> all.put("dossierTitle", List.of(v)));
        field("vergaderjaar").ifPresent(v -> all.put("vergaderjaar", List.of(v)));
        ondernummer().ifPresent(v -> all.put("ondernummer", List.of(v)));
        field("dossier").ifPresent(v -> all.put("dossier", List.of(v)));
        officialId().ifPresent(v -> all.put("officialId", List.of(v)));
        field("kenmerkafzender").ifPresent(v -> all.put("onzeReferentie", List.of(v)));
        field("organisatie").ifPresent(v -> all.put("organisatie", List.of(v)));
        return all;
    }

    /** The number of the official publication, where the fields give it away. */
    private Optional<String> officialId() {
        Optional<String> appendix =
                field("aanhangselnummer")
                        .map(APPENDIX::matcher)
                        .filter(Matcher::matches)
                        .map(m ->
                                "ah-tk-20%s20%s-%d"
                                        .formatted(
                                                m.group(1),
                                                m.group(2),
                                                Integer.parseInt(m.group(3))));
        return appendix.or(
                () -> field("dossier").flatMap(d -> ondernummer().map(n -> "kst-" + d + "-" + n)));
    }

    /** The number within the dossier; the source writes -1 where it has none. */
    private Optional<String> ondernummer() {
        return field("volgnummer").filter(n -> ONDERNUMMER.matcher(n).matches());
    }

    private @Nullable LocalDate published() {
        String day = field("datum").orElse("");
        try {
            return day.length() < 10 ? null : LocalDate.parse(day.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }
}
