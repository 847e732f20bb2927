package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.search.EnrichStub;
import nl.beleidsradar.search.theme.ThemeLog;
import nl.beleidsradar.search.theme.Themes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The themes of the API; a small server plays enrich-service. */
@PagesTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ThemeApiTest {

    private static final EnrichStub ENRICH = new EnrichStub();
    private static final String FILE = "id: weer\nlabels: { nl: Weer, en: Weather }\n";

    @Autowired MockMvcTester mvc;
    @Autowired MemoryLog log;
    @Autowired Themes themes;

    @DynamicPropertySource
    static void enrich(DynamicPropertyRegistry registry) {
        registry.add("beleidsradar.enrich-url", ENRICH::url);
    }

    @BeforeEach
    void restore() {
        ENRICH.accepts();
    }

    @AfterAll
    static void stop() {
        ENRICH.close();
    }

    @Test
    void givesTheThemesInForce() {
        String all = body(mvc.get().uri("/api/themes").exchange());
        assertThat(JsonPath.<List<String>>read(all, "$.items[*].id"))
                .containsExactly("cyber", "klimaat", "militaire-mobiliteit");

        MvcTestResult one = mvc.get().uri("/api/themes/cyber").exchange();
        assertThat(one.getResponse().getHeader("ETag"))
                .isEqualTo("\"" + themes.theme("cyber").orElseThrow().version() + "\"");
        assertThat(JsonPath.<String>read(body(one), "$.labels.en")).isEqualTo("Cyber security");
        assertThat(JsonPath.<String>read(body(one), "$.content")).contains("terms:");
        assertThat(JsonPath.<String>read(body(one), "$.retagging.state")).isEqualTo("idle");
        assertThat(body(one)).doesNotContain("\"changed\"");
    }

    @Test
    void makesAThemeAndThenChangesIt() {
        MvcTestResult made = put("/api/themes/weer", "text/plain;charset=UTF-8", FILE);
        assertThat(made).hasStatus(201);
        assertThat(made.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(JsonPath.<Integer>read(body(made), "$.version")).isEqualTo(1);
        assertThat(JsonPath.<String>read(body(made), "$.retagging.state")).isEqualTo("waiting");

        MvcTestResult changed =
                put("/api/themes/weer", "application/x-yaml", FILE + "version: 1\n");
        assertThat(changed).hasStatus(200);
        assertThat(JsonPath.<String>read(body(changed), "$.content"))
                .isEqualTo(FILE + "version: 2\n");
        assertThat(JsonPath.<String>read(body(changed), "$.changed")).endsWith("Z");
    }

    @Test
    void refusesToSaveOverSomeoneElse() {
        put("/api/themes/weer", "application/yaml", FILE);
        put("/api/themes/weer", "application/yaml", FILE);

        MvcTestResult stale = put("/api/themes/weer", "application/yaml", FILE + "version: 1\n");
        assertThat(stale).hasStatus(409);
        assertThat(JsonPath.<String>read(body(stale), "$.detail")).contains("version 2");
        assertThat(JsonPath.<Integer>read(body(stale), "$.version")).isEqualTo(2);

        assertThat(put("/api/themes/weer", "application/yaml", FILE, "If-Match", "\"1\""))
                .hasStatus(412);
        assertThat(put("/api/themes/weer", "application/yaml", FILE, "If-None-Match", "*"))
                .hasStatus(412);
        assertThat(put("/api/themes/nix", "application/yaml", FILE, "If-Match", "*"))
                .hasStatus(412);
        assertThat(put("/api/themes/weer", "application/yaml", FILE, "If-Match", "two"))
                .hasStatus(400);
        assertThat(put("/api/themes/weer", "application/yaml", FILE, "If-Match", "\"2\""))
                .hasStatus(200);
        assertThat(themes.theme("weer").orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void takesJsonWithItsVersion() {
        ENRICH.answers(200, "{\"id\":\"weer\",\"content\":\"id: weer\\nversion: 1\\n\"}");

        assertThat(put("/api/themes/weer", "application/json", "{\"id\":\"weer\"}")).hasStatus(201);
        assertThat(ENRICH.asked()).last().asString().contains("check application/json {\"id\"");
        assertThat(put("/api/themes/weer", "application/json", "{\"version\":0}")).hasStatus(409);
    }

    @Test
    void refusesWhatCannotBeUsed() {
        assertThat(put("/api/themes/weer", "application/yaml", "x".repeat((1 << 20) + 1)))
                .hasStatus(413);
        assertThat(put("/api/themes/weer", "image/png", FILE)).hasStatus(415);
        assertThat(put("/api/themes/anders", "application/yaml", FILE)).hasStatus(422);
        assertThat(put("/api/themes/WEER", "application/yaml", FILE)).hasStatus(422);

        ENRICH.answers(422, "{\"detail\":\"wrong\",\"problems\":[\"theme.yaml:3: x\"]}");
        for (MvcTestResult refused :
                List.of(
                        put("/api/themes/weer", "application/yaml", FILE),
                        post("/api/themes/weer/preview", FILE))) {
            assertThat(refused).hasStatus(422);
            assertThat(refused.getResponse().getContentType())
                    .startsWith("application/problem+json");
            assertThat(JsonPath.<String>read(body(refused), "$.problems[0]"))
                    .isEqualTo("theme.yaml:3: x");
        }
        assertThat(themes.theme("weer")).isEmpty();
    }

    @Test
    void savesNothingWhereAServiceIsAway() {
        ENRICH.answers(500, "");
        assertThat(put("/api/themes/weer", "application/yaml", FILE)).hasStatus(503);
        assertThat(post("/api/themes/weer/preview", FILE)).hasStatus(503);

        ENRICH.accepts();
        log.instead = Optional.of(new ThemeLog.Outcome.Busy());
        MvcTestResult busy = put("/api/themes/weer", "application/yaml", FILE);
        assertThat(busy).hasStatus(503);
        assertThat(JsonPath.<String>read(body(busy), "$.detail")).contains("someone is saving");
        assertThat(themes.theme("weer")).isEmpty();
    }

    @Test
    void passesThePreviewOn() {
        String effect =
                "{\"theme\":\"weer\",\"read\":1,\"total\":1,\"complete\":true,\"kept\":0,\"won\":{\"count\":0},"
                        + "\"lost\":{\"count\":0},\"months\":[],\"more\":1}";
        ENRICH.answers(200, effect);

        assertThat(body(post("/api/themes/weer/preview", FILE))).isEqualTo(effect);
        assertThat(post("/api/themes/anders/preview", FILE)).hasStatus(422);
        ENRICH.answers(429, "{\"detail\":\"another preview is running\"}");
        assertThat(post("/api/themes/weer/preview", FILE)).hasStatus(429);
    }

    private MvcTestResult put(String address, String type, String content, String... header) {
        var request =
                mvc.put().uri(URI.create(address)).header("Content-Type", type).content(content);
        return (header.length == 0 ? request : request.header(header[0], header[1])).exchange();
    }

    private MvcTestResult post(String address, String content) {
        return mvc.post()
                .uri(URI.create(address))
                .header("Content-Type", "application/yaml")
                .content(content)
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
