package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;

/** An official publication as a listed document: which file, which facts, which own number. */
final class OfficialPublication {

    /** Best first: structured text, text with its layout, and a picture of pages last. */
    private static final List<String> PREFERRED = List.of("xml", "html", "odt", "pdf");

    private final FeedSource source;
    private final OfficialRecord publication;

    OfficialPublication(FeedSource source, OfficialRecord publication) {
        this.source = source;
        this.publication = publication;
    }

    /** The same with what its metadata file says, if that is about this publication at all. */
    OfficialPublication with(byte[] metadataFile) throws FetchFailed {
        OfficialPublication completed =
                new OfficialPublication(source, publication.with(metadataFile));
        if (!completed.local().equals(local())) {
            throw FetchFailed.broken("it is that of " + completed.local());
        }
        return completed;
    }

    ListedDocument listed() {
        boolean unusable =
                PREFERRED.stream()
                        .map(publication.renditions()::get)
                        .anyMatch(written -> written != null && address(written) == null);
        return new ListedDocument(
                local(), null, facts(), files(), revision(), modified(), unusable);
    }

    /** The official id; a record without one is still listed, under a hash of what it says. */
    String local() {
        String identifier = publication.first("identifier");
        return identifier == null
                ? "unnamed-"
                        + FeedValues.hash(
                                publication.renditions() + "" + publication.first("title"))
                : FeedValues.local(identifier);
    }

    /** When this text of the publication last changed; the index's own time is of no use. */
    @Nullable String revision() {
        return publication.first(
                "datumtijdstipwijzigingexpression", "datumtijdstipwijzigingwork", "modified");
    }

    @Nullable Instant modified() {
        return FeedValues.moment(revision());
    }

    @Nullable URI metadataFile() {
        String address = publication.renditions().get("metadata");
        return address == null ? null : address(address);
    }

    private Facts facts() {
        String given = publication.first("subrubriek", "type", "publicatienaam");
        String type =
                Stream.of("subrubriek", "type", "publicatienaam")
                        .map(name -> source.typeOf(publication.first(name)))
                        .filter(word -> word != null)
                        .findFirst()
                        .orElse(null);
        return new Facts(
                null,
                title(),
                type,
                type == null ? given : null,
                FeedValues.day(publication.first("issued", "date", "available")),
                publication.first("preferredurl"),
                metadata());
    }

    private @Nullable String title() {
        String own = publication.first("documenttitel");
        String dossier = publication.first("dossiertitel");
        return own == null || dossier == null ? publication.first("title") : own + " – " + dossier;
    }

    private Map<String, List<String>> metadata() {
        boolean attachment = !publication.all("hoofddocument").isEmpty() || isAttachment();
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        put(metadata, "officialId", publication.all("identifier"));
        put(
                metadata,
                "dossier",
                publication.all("dossiernummer").stream()
                        .map(d -> d.replace(" ", ""))
                        .distinct()
                        .toList());
        // An attachment's record has the number of the paper it came with.
        put(metadata, "ondernummer", attachment ? List.of() : publication.all("ondernummer"));
        for (String name :
                List.of(
                        "vergaderjaar",
                        "indiener",
                        "ontvanger",
                        "vraagnummer",
                        "aanhangselnummer",
                        "hoofddocument",
                        "available")) {
            put(metadata, name, publication.all(name));
        }
        return metadata;
    }

    private boolean isAttachment() {
        return "Bijlage".equalsIgnoreCase(publication.first("type"));
    }

    private static void put(Map<String, List<String>> metadata, String name, List<String> values) {
        if (!values.isEmpty()) {
            metadata.put(name, List.copyOf(values));
        }
    }

    private List<ListedFile> files() {
        List<ListedFile> files = new ArrayList<>();
        for (String rendition : PREFERRED) {
            String written = publication.renditions().get(rendition);
            URI address = written == null ? null : address(written);
            if (address != null) {
                files.add(new ListedFile(address));
            }
        }
        return files;
    }

    private static @Nullable URI address(String written) {
        try {
            return URI.create(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
