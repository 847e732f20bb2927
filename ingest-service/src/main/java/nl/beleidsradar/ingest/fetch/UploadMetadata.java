package nl.beleidsradar.ingest.fetch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code metadata} part of an upload: JSON with string fields, all optional; unknown fields are
 * ignored, a type outside the vocabulary is kept beside {@code overig}.
 */
record UploadMetadata(
        String source,
        @Nullable String id,
        @Nullable String title,
        @Nullable String type,
        @Nullable LocalDate published,
        @Nullable String url) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final int LONGEST = 2_000;

    /**
     * @throws BadRequest naming the field that cannot be used
     */
    static UploadMetadata read(byte[] json) {
        JsonNode root = parse(json);
        String source = string(root, "source");
        return new UploadMetadata(
                source == null ? "upload" : source,
                string(root, "id"),
                string(root, "title"),
                string(root, "type"),
                date(string(root, "published")),
                url(string(root, "url")));
    }

    DocumentId documentId(String contentHash) {
        try {
            return new DocumentId(source, id == null ? contentHash : id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("metadata: " + e.getMessage());
        }
    }

    Facts facts(@Nullable String fileName, DocumentTypes types) {
        String word = type == null ? null : type.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        boolean known = word != null && types.knows(word);
        return new Facts(
                fileName,
                title,
                word == null ? null : known ? word : "overig",
                known ? null : type,
                published,
                url);
    }

    private static JsonNode parse(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                throw new BadRequest("metadata must be a JSON object");
            }
            return root;
        } catch (JacksonException e) {
            throw new BadRequest("metadata is not JSON");
        }
    }

    private static @Nullable String string(JsonNode root, String name) {
        JsonNode value = root.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadRequest("metadata." + name + " must be a string");
        }
        String text = value.stringValue();
        if (text.length() > LONGEST) {
            throw new BadRequest("metadata." + name + " is longer than " + LONGEST);
        }
        boolean identity = name.equals("id") || name.equals("source");
        return text.isBlank() && !identity ? null : text;
    }

    private static @Nullable LocalDate date(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            if (written.length() <= 10) {
                return LocalDate.parse(written);
            }
            return written.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(written).atZoneSameInstant(HERE).toLocalDate()
                    : LocalDateTime.parse(written).toLocalDate();
        } catch (DateTimeException e) {
            throw new BadRequest("metadata.published must be an ISO-8601 date or date-time");
        }
    }

    private static @Nullable String url(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            URI uri = URI.create(written);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (scheme.matches("(?i)https?") && uri.getHost() != null) {
                return written;
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw new BadRequest("metadata.url must be an http or https address");
    }
}
