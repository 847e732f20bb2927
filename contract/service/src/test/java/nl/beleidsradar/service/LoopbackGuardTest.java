package nl.beleidsradar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackGuardTest {

    private final LoopbackGuard guard = new LoopbackGuard(List.of("ingest-service"));

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST, 200",
        "127.0.0.1, 200",
        "[::1], 200",
        "ingest-service, 200",
        "evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "192.168.1.4, 403"
    })
    void answersOnlyToLoopbackNames(String host, int status) throws Exception {
        assertThat(statusOf(request("GET", host))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, http://evil.example, 200",
        "POST, http://evil.example, 403",
        "PUT, http://localhost:9999, 403",
        "DELETE, null, 403",
        "POST, http://localhost:8081, 200",
        "POST, , 200"
    })
    void refusesAWriteFromAPageOfAnotherOrigin(String method, String origin, int status)
            throws Exception {
        MockHttpServletRequest request = request(method, "localhost");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        assertThat(statusOf(request)).isEqualTo(status);
    }

    @Test
    void refusesACrossSiteFormOfABrowserThatSendsNoOrigin() throws Exception {
        MockHttpServletRequest request = request("POST", "localhost");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        assertThat(statusOf(request)).isEqualTo(403);
    }

    @Test
    void saysWhyAsProblemJson() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(request("GET", "evil.example"), response, new MockFilterChain());
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"status\":403").contains("Host");
    }

    private int statusOf(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String method, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/documents");
        request.setServerName(host);
        request.setServerPort(8081);
        request.addHeader("Host", host + ":8081");
        return request;
    }
}
