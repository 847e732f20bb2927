package nl.beleidsradar.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The remote sources, as {@code sources.yaml} and the settings have them. */
public final class SourceCatalog {

    private static final JsonMapper ENTRIES =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** An entry as it is written. */
    record Entry(
            String id,
            String source,
            String kind,
            String base,
            List<String> hosts,
            String every,
            String term,
            double rate,
            int concurrency,
            String pageLimit,
            boolean enabled,
            String reuse,
            @Nullable Map<String, String> settings,
            @Nullable Map<String, String> types) {

        Entry {
            for (String text : List.of(id, source, kind, base, every, term, pageLimit, reuse)) {
                Objects.requireNonNull(text);
            }
            if (!id.matches("[a-z0-9-]{1,32}") || !source.matches("[a-z0-9-]{1,32}")) {
                throw new IllegalArgumentException("id and source: [a-z0-9-]{1,32}");
            }
            if (rate <= 0 || concurrency < 1 || hosts == null || hosts.isEmpty()) {
                throw new IllegalArgumentException("rate, concurrency and hosts must be given");
            }
        }

        FeedSource made() {
            URI address = URI.create(base.replaceFirst("/+$", ""));
            FeedSource made =
                    new FeedSource(
                            id,
                            source,
                            kind,
                            address,
                            Set.copyOf(hosts),
                            Objects.requireNonNullElse(settings, Map.of()),
                            Objects.requireNonNullElse(types, Map.of()),
                            rate,
                            concurrency,
                            DurationStyle.detectAndParse(every),
                            DurationStyle.detectAndParse(term),
                            DataSize.parse(pageLimit).toBytes(),
                            enabled);
            if (!made.allows(address)) {
                throw new IllegalArgumentException("base is not on one of the hosts");
            }
            return made;
        }
    }

    private final Map<String, FeedSource> sources;

    SourceCatalog(List<FeedSource> sources) {
        this.sources = new LinkedHashMap<>();
        for (FeedSource source : sources) {
            if (this.sources.put(source.id(), source) != null) {
                throw new IllegalArgumentException("sources.yaml: two entries " + source.id());
            }
        }
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException naming the entry that cannot be used
     */
    public static SourceCatalog of(Resource file, Map<String, SourceSettings> overrides) {
        List<FeedSource> read = entries(file).stream().map(SourceCatalog::source).toList();
        Map<String, SourceSettings> byId = new HashMap<>();
        overrides.forEach((id, override) -> byId.put(plain(id), override));
        Set<String> unknown = new TreeSet<>(byId.keySet());
        unknown.removeAll(read.stream().map(s -> plain(s.id())).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "beleidsradar.ingest.sources: sources.yaml has no " + unknown);
        }
        return new SourceCatalog(
                read.stream()
                        .map(s -> {
                            SourceSettings override = byId.get(plain(s.id()));
                            return override == null ? s : override.over(s);
                        })
                        .toList());
    }

    public List<FeedSource> all() {
        return List.copyOf(sources.values());
    }

    public Optional<FeedSource> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** Whether a name is that of a feed, or the first part of its documents' ids. */
    public boolean isReserved(String name) {
        return sources.containsKey(name)
                || sources.values().stream().anyMatch(s -> s.source().equals(name));
    }

    /** An environment variable cannot hold the hyphen of an id. */
    static String plain(String id) {
        return id.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static List<Map<String, Object>> entries(Resource file) {
        try (InputStream in = file.getInputStream()) {
            Map<String, Object> data = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (data != null && data.get("sources") instanceof List<?> list) {
                @SuppressWarnings("unchecked")
                List<Map<String, Object>> entries = (List<Map<String, Object>>) list;
                return entries;
            }
            throw new IllegalArgumentException(file + ": no list `sources`");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YAMLException | ClassCastException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static FeedSource source(Map<String, Object> written) {
        try {
            return ENTRIES.convertValue(written, Entry.class).made();
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "sources.yaml, " + written.get("id") + ": " + e.getMessage(), e);
        }
    }
}
