package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(controllers = AnalyzeController.class, properties = "beleidsradar.enrich.max-body=2KB")
class AnalyzeControllerTest {

    @Autowired private MockMvcTester mvc;

    @Test
    void readsPlainText() {
        assertThat(post("text/plain", "Over de cyberaanval op een café."))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"themes":[{"id":"cyber","strength":"mention","passages":[{"start":0,"end":32,
                          "text":"Over de cyberaanval op een café.","terms":["cyberaanval"],"about":false}]}],
                         "references":[]}
                        """);
    }

    @Test
    void readsJson() {
        assertThat(
                        post(
                                "application/json",
                                """
                                {"title":"Klimaatwet","text":"Niets","documentId":"tk:1","published":"2021-06-04"}
                                """))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.themes[0].passages[0].in")
                .isEqualTo("title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json | {"title":"x"}                      | text is missing
                    application/json | {"text":                           | not valid JSON
                    application/json | "tekst"                            | expected a JSON object
                    application/json | {"text":"x","published":"ooit"}    | published must be a date
                    application/json | {"text":["x"]}                     | text must be a string
                    text/plain       | ''                                 | text is missing
                    """)
    void badInputIsTheCallersError(String type, String body, String detail) {
        assertThat(post(type, body))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(detail);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        assertThat(post("text/plain", "x".repeat(2_048))).hasStatusOk();
        assertThat(post("text/plain", "x".repeat(2_049)))
                .hasStatus(413)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anotherTypeOrMethodIsRefused() {
        assertThat(post("application/xml", "<x/>")).hasStatus(415);
        assertThat(mvc.get().uri("/api/analyze")).hasStatus(405);
    }

    @Test
    void anotherEncodingIsRefused() {
        assertThat(
                        mvc.post()
                                .uri("/api/analyze")
                                .contentType(MediaType.TEXT_PLAIN)
                                .content("café".getBytes(StandardCharsets.ISO_8859_1)))
                .hasStatus(400);
    }

    private MockMvcTester.MockMvcRequestBuilder post(String type, String body) {
        return mvc.post()
                .uri("/api/analyze")
                .contentType(type)
                .content(body.getBytes(StandardCharsets.UTF_8));
    }

    /** What the shared edge needs of a running service. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ServerProperties.class)
    static class Edge {

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }
}
