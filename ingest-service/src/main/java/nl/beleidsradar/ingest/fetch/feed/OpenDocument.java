package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A hit of open.overheid.nl and, once asked for, its details: each published file of the newest
 * version is a document.
 *
 * @param id UUID of the publication
 * @param hit {@code document} of the list
 */
record OpenDocument(FeedSource source, String id, JsonNode hit) {

    private static final Pattern OFFICIAL =
            Pattern.compile("(kst|ah|h|blg|stb|stcrt|trb)-[A-Za-z0-9-]+");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");

    /** The list's id is the UUID and the number of the version. */
    static OpenDocument of(FeedSource source, JsonNode hit) {
        return new OpenDocument(
                source, hit.path("id").asString("").replaceFirst("_\\d+$", ""), hit);
    }

    /** With what the list alone says; the file is where files are. */
    ListedDocument fromList() {
        Facts facts =
                new Facts(
                        null,
                        title(null),
                        null,
                        null,
                        FeedValues.day(hit.path("openbaarmakingsdatum").asString(null)),
                        page(),
                        metadata(null));
        URI file = URI.create(source.setting("files") + "/" + id + "/file");
        return listed(id, facts, List.of(new ListedFile(file)));
    }

    List<ListedDocument> detailed(JsonNode detail) throws FetchFailed {
        JsonNode newest = null;
        for (JsonNode version : detail.path("versies")) {
            if (newest == null
                    || version.path("nummer").asInt(0) > newest.path("nummer").asInt(0)) {
                newest = version;
            }
        }
        if (newest == null) {
            throw FetchFailed.broken("details without a version");
        }
        List<ListedDocument> documents = new ArrayList<>();
        for (JsonNode file : newest.path("bestanden")) {
            if (file.path("gepubliceerd").asBoolean(true)) {
                // The first keeps the id of the publication.
                String local = documents.isEmpty() ? id : id + "." + (documents.size() + 1);
                documents.add(document(local, detail, newest, file));
            }
        }
        return documents;
    }

    private ListedDocument document(String local, JsonNode detail, JsonNode version, JsonNode file)
            throws FetchFailed {
        JsonNode kinds = detail.at("/document/classificatiecollectie/documentsoorten");
        String given = FeedValues.text(kinds.path(0).path("label").asString(null));
        String type = source.typeOf(given);
        String name = FeedValues.text(file.path("bestandsnaam").asString(null));
        Facts facts =
                new Facts(
                        name,
                        title(detail),
                        type,
                        type == null ? given : null,
                        FeedValues.day(
                                version.path("openbaarmakingsdatum")
                                        .asString(hit.path("openbaarmakingsdatum").asString(null))),
                        page(),
                        metadata(detail));
        return listed(local, facts, List.of(fileOf(file, name)));
    }

    private ListedFile fileOf(JsonNode file, @Nullable String name) throws FetchFailed {
        String hash = file.path("hash").asString("");
        try {
            return new ListedFile(
                    URI.create(file.path("id").asString("")),
                    Map.of(),
                    name,
                    SHA1.matcher(hash).matches() ? hash.toLowerCase(Locale.ROOT) : null);
        } catch (IllegalArgumentException e) {
            throw FetchFailed.broken("a file without an address");
        }
    }

    private ListedDocument listed(String local, Facts facts, List<ListedFile> files) {
        String changed = hit.path("mutatiedatumtijd").asString(null);
        return new ListedDocument(local, id, facts, files, changed, FeedValues.moment(changed));
    }

    private @Nullable String title(@Nullable JsonNode detail) {
        String official =
                detail == null
                        ? null
                        : detail.at("/document/titelcollectie/officieleTitel").asString(null);
        return FeedValues.text(
                Objects.requireNonNullElseGet(official, () -> hit.path("titel").asString("")));
    }

    private String page() {
        return hit.path("pid").asString(source.setting("files") + "/" + id);
    }

    private Map<String, List<String>> metadata(@Nullable JsonNode detail) {
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        String publisher = FeedValues.text(hit.path("publisher").asString(null));
        if (publisher != null) {
            metadata.put("sender", List.of(publisher));
        }
        if (detail != null) {
            List<String> official =
                    strings(detail.at("/document/identifiers")).stream()
                            .filter(i -> OFFICIAL.matcher(i).matches())
                            .toList();
            put(metadata, "officialId", official);
            put(
                    metadata,
                    "informatiecategorie",
                    labels(detail.at("/document/classificatiecollectie/informatiecategorieen")));
        }
        return metadata;
    }

    private static void put(Map<String, List<String>> metadata, String name, List<String> values) {
        if (!values.isEmpty()) {
            metadata.put(name, values);
        }
    }

    private static List<String> labels(JsonNode list) {
        List<String> labels = new ArrayList<>();
        list.forEach(e -> labels.add(e.path("label").asString("")));
        labels.removeIf(String::isBlank);
        return List.copyOf(labels);
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(e -> strings.add(e.asString("")));
        return strings;
    }
}
