package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class WithoutBrokerIT {

    @Test
    void theEndpointAnswersWhileKafkaIsDown() throws Exception {
        long started = System.nanoTime();
        try (ConfigurableApplicationContext service =
                        new SpringApplicationBuilder(EnrichApplication.class)
                                .run(
                                        "--server.port=0",
                                        "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:"
                                                + freePort());
                HttpClient http = HttpClient.newHttpClient()) {
            Duration start = Duration.ofNanos(System.nanoTime() - started);
            System.out.println("started without a broker in " + start.toMillis() + " ms");
            String base =
                    "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");

            HttpResponse<String> analyzed =
                    http.send(
                            HttpRequest.newBuilder(URI.create(base + "/api/analyze"))
                                    .header("Content-Type", "text/plain")
                                    .timeout(Duration.ofSeconds(10))
                                    .POST(HttpRequest.BodyPublishers.ofString("Een cyberaanval."))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> readiness =
                    http.send(
                            HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness"))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(analyzed.statusCode()).isEqualTo(200);
            assertThat(analyzed.body()).contains("\"id\":\"cyber\"");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(start).isLessThan(Duration.ofSeconds(60));
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
