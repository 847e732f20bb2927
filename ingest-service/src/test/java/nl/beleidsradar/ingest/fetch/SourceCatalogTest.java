package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class SourceCatalogTest {

    private static final ClassPathResource FILE = new ClassPathResource("sources.yaml");

    @Test
    void everySourceOfTheFileCanBeRead() {
        SourceCatalog catalog = SourceCatalog.of(FILE, Map.of());
        assertThat(catalog.all())
                .extracting(FeedSource::id)
                .contains("tk-syncfeed", "tk-odata", "ob-sru", "oo-openbaarmakingen", "ro-rss")
                .contains("eu-cellar", "eu-council");
        assertThat(catalog.source("tk-syncfeed").orElseThrow().base())
                .isEqualTo(URI.create("https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0"));
        assertThat(catalog.source("oo-openbaarmakingen").orElseThrow().enabled()).isFalse();
    }

    @Test
    void everyTypeIsAWordOfTheVocabulary() {
        DocumentTypes types = new DocumentTypes();
        assertThat(SourceCatalog.of(FILE, Map.of()).all())
                .flatExtracting(s -> s.types().values())
                .allMatch(t -> types.knows((String) t));
    }

    @Test
    void oneSettingSendsASourceToAnotherServer() {
        FeedSource moved =
                SourceCatalog.of(
                                FILE,
                                Map.of(
                                        // As an environment variable has it: without hyphens.
                                        "tksyncfeed", at("http://127.0.0.1:5")))
                        .source("tk-syncfeed")
                        .orElseThrow();
        assertThat(moved.base()).isEqualTo(URI.create("http://127.0.0.1:5/SyncFeed/2.0"));
        assertThat(moved.hosts()).containsExactly("127.0.0.1:5");
        assertThat(moved.setting("page")).startsWith("https://www.tweedekamer.nl/");
        FeedSource eu =
                SourceCatalog.of(FILE, Map.of("eu-cellar", at("http://127.0.0.1:5/other/base/")))
                        .source("eu-cellar")
                        .orElseThrow();
        assertThat(eu.base()).isEqualTo(URI.create("http://127.0.0.1:5/other/base"));
        assertThat(eu.setting("resource")).isEqualTo("http://127.0.0.1:5/resource/celex");
    }

    @Test
    void onlyTheHostsOfTheSourceAreAllowed() {
        FeedSource tk = SourceCatalog.of(FILE, Map.of()).source("tk-syncfeed").orElseThrow();
        assertThat(tk.allows(URI.create("https://gegevensmagazijn.tweedekamer.nl/x"))).isTrue();
        assertThat(tk.allows(URI.create("https://Gegevensmagazijn.tweedekamer.nl:443/"))).isTrue();
        assertThat(tk.allows(URI.create("https://gegevensmagazijn.tweedekamer.nl:8443/")))
                .isFalse();
        assertThat(tk.allows(URI.create("https://gegevensmagazijn.tweedekamer.nl.evil.org/")))
                .isFalse();
        assertThat(tk.allows(URI.create("https://a@gegevensmagazijn.tweedekamer.nl/"))).isFalse();
        assertThat(tk.allows(URI.create("file:///etc/passwd"))).isFalse();
    }

    @Test
    void aMistakeInTheFileIsNamedWithItsEntry() {
        String whole =
                "{id: x, source: x, kind: k, base: 'https://a', hosts: [a], every: 1s, term: 1s,"
                        + " rate: 1, concurrency: 1, pageLimit: 1MB, enabled: true, reuse: none";
        assertThat(read("sources: [" + whole + "}]").all()).hasSize(1);
        assertThatThrownBy(() -> read("sources: [" + whole + ", colour: red}]"))
                .hasMessageContaining("sources.yaml, x")
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> read("sources: [{id: x, source: x}]"))
                .hasMessageContaining("sources.yaml, x");
        assertThatThrownBy(() -> read("other: 1")).hasMessageContaining("no list");
        assertThatThrownBy(
                        () -> read("sources: [" + whole + "}]", Map.of("nosuch", at("http://a"))))
                .hasMessageContaining("nosuch");
    }

    private static SourceCatalog read(String yaml) {
        return read(yaml, Map.of());
    }

    private static SourceCatalog read(String yaml, Map<String, SourceSettings> overrides) {
        return SourceCatalog.of(
                new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)), overrides);
    }

    private static SourceSettings at(String base) {
        return new SourceSettings(URI.create(base), null, Duration.ofSeconds(1), null);
    }
}
