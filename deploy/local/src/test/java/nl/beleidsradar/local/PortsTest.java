package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final Ports PORTS = new Ports(16_000);

    @Test
    void areThoseOfTheContractPlusTheOffset() {
        Ports ports = new Ports(0);
        assertThat(ports.search()).isEqualTo(8080);
        assertThat(ports.ingest()).isEqualTo(8081);
        assertThat(ports.enrich()).isEqualTo(8082);
        assertThat(ports.smtp()).isEqualTo(3025);
        assertThat(ports.mailPage()).isEqualTo(8083);
        assertThat(ports.kafka()).isEqualTo(9092);
        assertThat(ports.kafkaController()).isEqualTo(9093);
        assertThat(ports.elasticsearch()).isEqualTo(9200);
        assertThat(ports.elasticsearchTransport()).isEqualTo(9300);
        assertThat(new Ports(1000).search()).isEqualTo(9080);
    }

    @Test
    void namesThePortThatIsInUseAndWhoseItIs() throws IOException {
        try (ServerSocket taken =
                new ServerSocket(PORTS.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(PORTS::checkFree)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (Kafka) is in use");
        }
        assertThatCode(PORTS::checkFree).doesNotThrowAnyException();
    }
}
