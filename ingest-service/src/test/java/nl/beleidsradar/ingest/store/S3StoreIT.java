package nl.beleidsradar.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.ingest.S3Server;
import nl.beleidsradar.service.store.S3Bucket;
import nl.beleidsradar.service.store.S3Documents;
import nl.beleidsradar.service.store.S3Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Writing, reading and failing, against a real server. */
class S3StoreIT {

    @TempDir static Path server;
    @TempDir Path local;
    private static S3Server s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = S3Server.start(server);
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @Test
    void whatIsWrittenIsReadBackUnderItsHashByWhoOnlyReads() throws Exception {
        try (S3Store store = store(Map.of());
                S3Documents reader = new S3Documents(new S3Bucket(settings(Map.of())))) {
            Stored stored = store.original(bytes("een origineel"), 100);
            assertThat(stored.kept()).isTrue();
            BlobRef ref = BlobRef.original(stored.contentHash());
            assertThat(content(reader, ref)).isEqualTo("een origineel");
            assertThat(reader.size(ref)).isEqualTo(13);
            assertThat(reader.holds(ref)).isTrue();
            assertThat(reader.text(store.keepText("tekst met é"))).isEqualTo("tekst met é");
            // The same again changes nothing, and nothing of it stays on this machine.
            assertThat(store.original(bytes("een origineel"), 100)).isEqualTo(stored);
            assertThat(files()).isZero();
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws Exception {
        try (S3Store store = store(Map.of())) {
            BlobRef ref = BlobRef.ofText("nooit geschreven");
            assertThat(store.holds(ref)).isFalse();
            assertThatThrownBy(() -> store.size(ref)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.open(ref)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.local(ref)).isInstanceOf(NoSuchFileException.class);
            assertThat(files()).isZero();
        }
    }

    @Test
    void aBucketThatIsNotThereIsNotTakenForAnEmptyOne() {
        try (S3Store store = store(Map.of("bucket", "elsewhere"))) {
            BlobRef ref = BlobRef.ofText("x");
            assertThatThrownBy(() -> store.open(ref))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.local(ref)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.keepText("x")).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void bytesBeyondTheLimitAreHashedButNotKept() throws Exception {
        try (S3Store store = store(Map.of())) {
            Stored stored = store.original(bytes("veel te lang"), 5);
            assertThat(stored.kept()).isFalse();
            assertThat(store.holds(BlobRef.original(stored.contentHash()))).isFalse();
        }
    }

    @Test
    void damagedBytesAreNeverHandedOutAndAreReplacedWhenTheDocumentComesAgain() throws Exception {
        try (S3Store store = store(Map.of())) {
            BlobRef ref =
                    BlobRef.original(store.original(bytes("heel gebleven"), 100).contentHash());
            overwrite(ref, "half gebleven");
            assertThatThrownBy(() -> store.open(ref)).isInstanceOf(CorruptBlob.class);
            assertThatThrownBy(() -> store.local(ref)).isInstanceOf(CorruptBlob.class);
            assertThat(files()).isZero();

            store.original(bytes("heel gebleven"), 100);

            assertThat(content(store, ref)).isEqualTo("heel gebleven");
        }
    }

    @Test
    void theServerRefusesOtherBytesThanThoseOfTheName() throws Exception {
        Path other = Files.writeString(local.resolve("ander"), "andere bytes");
        try (S3Bucket bucket = new S3Bucket(settings(Map.of()))) {
            BlobRef ref = BlobRef.ofText("deze bytes");
            assertThatThrownBy(() -> bucket.put(ref, other)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> bucket.size(ref)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void aFileForTheExtractionIsThereUntilItIsClosed() throws Exception {
        try (S3Store store = store(Map.of())) {
            BlobRef ref = BlobRef.original(store.original(bytes("te lezen"), 100).contentHash());
            try (LocalBlob blob = store.local(ref)) {
                assertThat(blob.path()).hasContent("te lezen").startsWith(store.localFolder());
            }
            assertThat(files()).isZero();
            Files.writeString(local.resolve("left-by-a-kill"), "x");
            store.tidy();
            assertThat(files()).isZero();
        }
    }

    @Test
    void moreThanMayBeReadIsNotReadToItsEnd() throws Exception {
        try (S3Store store = store(Map.of("max-blob", "10B"))) {
            BlobRef ref = BlobRef.original(store.original(bytes("elf letters"), 100).contentHash());
            assertThatThrownBy(() -> store.open(ref)).isInstanceOf(BlobTooLarge.class);
            assertThatThrownBy(() -> store.local(ref)).isInstanceOf(BlobTooLarge.class);
            assertThat(files()).isZero();
        }
    }

    @Test
    void aServerThatIsAwayEndsInTime() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        unavailableWithin(Duration.ofSeconds(20), port, false);
    }

    @Test
    void aServerThatAnswersNothingEndsInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            unavailableWithin(Duration.ofSeconds(20), silent.getLocalPort(), false);
        }
    }

    @Test
    void aServerThatSendsAByteNowAndThenEndsInTime() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> trickle(slow));
            // Its first line says 200, which is all that putting needs to know.
            unavailableWithin(Duration.ofSeconds(20), slow.getLocalPort(), true);
        }
    }

    @Test
    void theSecretIsNotInWhatIsLogged() {
        assertThat(settings(Map.of("secret-key", "geheim"))).asString().doesNotContain("geheim");
    }

    private void unavailableWithin(Duration most, int port, boolean acknowledges) {
        Map<String, String> there =
                Map.of(
                        "endpoint", "http://127.0.0.1:" + port,
                        "connect", "500ms",
                        "silence", "1s",
                        "attempt", "2s",
                        "call", "5s");
        long start = System.nanoTime();
        try (S3Store store = store(there)) {
            assertThatThrownBy(() -> store.local(BlobRef.ofText("x")))
                    .isInstanceOf(StoreUnavailable.class);
            if (!acknowledges) {
                assertThatThrownBy(() -> store.keepText("x")).isInstanceOf(StoreUnavailable.class);
            }
            assertThatThrownBy(() -> store.open(BlobRef.ofText("x")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most);
        assertThat(files()).isZero();
    }

    private static void trickle(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> drip(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void drip(Socket socket) {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            // The client has had enough.
        }
    }

    /** As somebody else would who has the right to write. */
    private static void overwrite(BlobRef ref, String content) throws Exception {
        HttpRequest put =
                HttpRequest.newBuilder(URI.create(s3.address() + "/" + S3Server.BUCKET + "/" + ref))
                        .PUT(HttpRequest.BodyPublishers.ofString(content))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private S3Store store(Map<String, String> more) {
        return new S3Store(new S3Bucket(settings(more)), local);
    }

    private static S3Settings settings(Map<String, String> more) {
        var keys =
                new MapConfigurationPropertySource(
                        Map.of(
                                "s3.bucket", S3Server.BUCKET,
                                "s3.endpoint", s3.address().toString(),
                                "s3.path-style", "true",
                                "s3.access-key", "key",
                                "s3.secret-key", "secret"));
        more.forEach((key, value) -> keys.put("s3." + key, value));
        return new Binder(keys).bind("s3", S3Settings.class).get();
    }

    private static String content(DocumentStore store, BlobRef ref) throws IOException {
        try (InputStream in = store.open(ref)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private long files() {
        try (Stream<Path> all = Files.walk(local)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
