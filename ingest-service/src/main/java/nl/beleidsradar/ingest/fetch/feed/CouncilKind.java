package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Documents of the register of the Council of the European Union. The register has no feed that we
 * know of: what is listed is the list in {@code sources.yaml} (setting {@code documents}), so "all"
 * here means all of that list and nothing new comes by itself. Settings: {@code documents} (numbers
 * such as ST-9225-2024-INIT, with commas), {@code languages} (two letters, best first).
 */
public final class CouncilKind implements FeedKind {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[A-Z]{2}-\\d{1,5}-\\d{4}-(INIT|(REV|ADD|COR|DCL|EXT)-\\d{1,3})(-(REV|ADD|COR)-\\d{1,3})*");

    @Override
    public String name() {
        return "council";
    }

    @Override
    public FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher) {
        List<ListedDocument> documents = new ArrayList<>();
        for (String written : source.setting("documents", "").split(",")) {
            String number = written.strip();
            if (number.isEmpty()) {
                continue;
            }
            if (!NUMBER.matcher(number).matches()) {
                throw new IllegalArgumentException(
                        "sources.yaml, " + source.id() + ": no number of the Council: " + number);
            }
            documents.add(document(source, number));
        }
        return new FeedPage(documents, List.of(), null, true, (long) documents.size());
    }

    private static ListedDocument document(FeedSource source, String number) {
        List<ListedFile> files = new ArrayList<>();
        for (String language : source.setting("languages", "nl").split(",")) {
            URI address = URI.create(source.base() + "/" + number + "/" + language + "/pdf");
            files.add(new ListedFile(address, number + "-" + language + ".pdf"));
        }
        Facts facts =
                new Facts(
                        null,
                        null,
                        source.typeOf(number.substring(0, 2)),
                        null,
                        null,
                        files.getFirst().address().toString(),
                        Map.of("officialId", List.of(number)));
        // A number is one text for ever: a change has a number of its own (REV, COR).
        return new ListedDocument(number, null, facts, files, number, null);
    }
}
