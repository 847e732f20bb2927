package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.ingest.extract.TestFiles;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.store.BlobStore;
import nl.beleidsradar.ingest.store.S3Store;
import nl.beleidsradar.ingest.store.Stored;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The whole service with its store in a bucket. */
class IngestOnS3IT {

    @TempDir Path data;

    @Test
    void aDocumentAndWhatLiesInItGoThroughTheBucketAndLeaveNothingHere() throws Exception {
        EmbeddedKafkaKraftBroker kafka = OneBroker.start();
        RunningIngest.createTopics(kafka.getBrokersAsString());
        String s3 = "--beleidsradar.store.s3.";
        try (S3Server server = S3Server.start(data);
                RunningIngest ingest =
                        new RunningIngest(
                                kafka.getBrokersAsString(),
                                data,
                                s3 + "bucket=" + S3Server.BUCKET,
                                s3 + "endpoint=" + server.address(),
                                s3 + "path-style=true",
                                s3 + "access-key=key",
                                s3 + "secret-key=secret")) {
            HarvestLedger ledger = ingest.bean(HarvestLedger.class);
            await().atMost(Duration.ofSeconds(60)).until(ledger::isLoaded);
            BlobStore store = ingest.bean(BlobStore.class);
            assertThat(store).isInstanceOf(S3Store.class);

            byte[] mail = TestFiles.mail("Zie bijlage.", "nota.txt", "Over cyberweerbaarheid.");
            Stored stored = store.original(new ByteArrayInputStream(mail), Long.MAX_VALUE);
            ledger.receive(
                    new DocumentId("upload", "brief"),
                    new Receipt(
                            stored.contentHash(),
                            stored.size(),
                            Facts.ofFile("brief.eml"),
                            Instant.now(),
                            false));
            ingest.bean(PendingDocuments.class).add("upload:brief");

            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            ledger.entry("upload:brief~1")
                                    .filter(e -> e.state() == DocumentState.EXTRACTED)
                                    .isPresent());
            DocumentExtracted child =
                    RunningIngest.events(kafka.getBrokersAsString()).stream()
                            .filter(e -> e.key().equals("upload:brief~1"))
                            .map(e -> EventJson.read(e.value(), DocumentExtracted.class))
                            .findFirst()
                            .orElseThrow();
            assertThat(child.text()).isEqualTo("Over cyberweerbaarheid.");
            DocumentStore reader = ingest.bean(DocumentStore.class);
            try (InputStream in = reader.open(BlobRef.original(child.contentHash()))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("Over cyberweerbaarheid.");
            }
            assertThat(reader.text(BlobRef.ofText(child.text()).toString()))
                    .isEqualTo(child.text());
            assertThat(data.resolve("store")).doesNotExist();
            await().atMost(Duration.ofSeconds(10)).until(() -> files(store.localFolder()) == 0);
        } finally {
            kafka.destroy();
        }
    }

    private static long files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
