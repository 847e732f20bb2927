package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.ingest.extract.ExtractSettings;
import nl.beleidsradar.ingest.extract.OcrSettings;
import nl.beleidsradar.ingest.fetch.web.TransferLimits;
import nl.beleidsradar.service.store.S3Settings;
import nl.beleidsradar.service.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileUrlResource;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    @EnableConfigurationProperties({
        FetchSettings.class,
        TransferLimits.class,
        RetryPauses.class,
        ExtractSettings.class,
        OcrSettings.class,
        StoreSettings.class
    })
    static class Settings {}

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Settings.class);

    @Test
    void theDefaultsAreAsDocumented() {
        runner.run(context -> {
            FetchSettings fetch = context.getBean(FetchSettings.class);
            assertThat(fetch.folders()).isEmpty();
            assertThat(fetch.workFolder()).isEqualTo(Path.of("data/work"));
            assertThat(fetch.scanInterval()).isEqualTo(Duration.ofSeconds(1));
            assertThat(fetch.stableFor()).isEqualTo(Duration.ofSeconds(2));
            assertThat(fetch.retryAfter()).isEqualTo(Duration.ofSeconds(30));
            assertThat(fetch.maxFileSize()).isEqualTo(DataSize.ofMegabytes(256));
            assertThat(fetch.workers()).isEqualTo(8);
            assertThat(fetch.sourcesLocation()).isEqualTo(new ClassPathResource("sources.yaml"));
            assertThat(fetch.live()).isFalse();
            assertThat(fetch.allowPrivateAddresses()).isFalse();
            assertThat(fetch.sources()).isEmpty();
            ExtractSettings extract = context.getBean(ExtractSettings.class);
            assertThat(extract.processes()).isEqualTo(2);
            assertThat(extract.memory()).isEqualTo(DataSize.ofMegabytes(512));
            assertThat(extract.timeout()).isEqualTo(Duration.ofSeconds(60));
            assertThat(extract.maxText()).isEqualTo(DataSize.ofMegabytes(16));
            assertThat(extract.maxAttachments()).isEqualTo(1_000);
            assertThat(extract.documentsPerProcess()).isEqualTo(5_000);
            OcrSettings ocr = context.getBean(OcrSettings.class);
            assertThat(ocr.enabled()).isTrue();
            assertThat(ocr.languages()).isEqualTo("nld+eng");
            assertThat(ocr.memory()).isEqualTo(DataSize.ofMegabytes(512));
            assertThat(ocr.timeout()).isEqualTo(Duration.ofMinutes(20));
            assertThat(ocr.pageTimeout()).isEqualTo(Duration.ofSeconds(60));
            assertThat(context.getBean(StoreSettings.class).folder())
                    .isEqualTo(Path.of("data/store"));
        });
    }

    @Test
    void everyKeyIsRead() {
        runner.withPropertyValues(
                        "beleidsradar.ingest.folders=/a,/b/../c",
                        "beleidsradar.ingest.work-folder=/w",
                        "beleidsradar.ingest.scan-interval=3s",
                        "beleidsradar.ingest.stable-for=4s",
                        "beleidsradar.ingest.retry-after=5s",
                        "beleidsradar.ingest.max-file-size=6MB",
                        "beleidsradar.ingest.workers=7",
                        "beleidsradar.ingest.sources-location=file:/x.yaml",
                        "beleidsradar.ingest.live=true",
                        "beleidsradar.ingest.allow-private-addresses=true",
                        "beleidsradar.ingest.sources.tk-syncfeed.base=http://127.0.0.1:1",
                        "beleidsradar.ingest.sources.tk-syncfeed.live=false",
                        "beleidsradar.ingest.sources.tk-syncfeed.every=7s",
                        "beleidsradar.ingest.sources.tk-syncfeed.rate=8",
                        "beleidsradar.extract.processes=1",
                        "beleidsradar.extract.memory=128MB",
                        "beleidsradar.extract.timeout=9s",
                        "beleidsradar.extract.max-text=1MB",
                        "beleidsradar.extract.max-attachments=11",
                        "beleidsradar.extract.documents-per-process=12",
                        "beleidsradar.extract.max-embedded-depth=2",
                        "beleidsradar.extract.max-embedded=13",
                        "beleidsradar.extract.max-embedded-size=14MB",
                        "beleidsradar.store.folder=/s")
                .run(context -> {
                    assertThat(context.getBean(FetchSettings.class))
                            .isEqualTo(
                                    new FetchSettings(
                                            java.util.List.of(Path.of("/a"), Path.of("/c")),
                                            Path.of("/w"),
                                            Duration.ofSeconds(3),
                                            Duration.ofSeconds(4),
                                            Duration.ofSeconds(5),
                                            DataSize.ofMegabytes(6),
                                            7,
                                            new FileUrlResource(URI.create("file:/x.yaml").toURL()),
                                            true,
                                            true,
                                            Map.of(
                                                    "tk-syncfeed",
                                                    new SourceSettings(
                                                            URI.create("http://127.0.0.1:1"),
                                                            false,
                                                            Duration.ofSeconds(7),
                                                            8.0))));
                    assertThat(context.getBean(ExtractSettings.class))
                            .isEqualTo(
                                    new ExtractSettings(
                                            1,
                                            DataSize.ofMegabytes(128),
                                            Duration.ofSeconds(9),
                                            DataSize.ofMegabytes(1),
                                            11,
                                            12,
                                            2,
                                            13,
                                            DataSize.ofMegabytes(14)));
                    assertThat(context.getBean(StoreSettings.class).folder())
                            .isEqualTo(Path.of("/s"));
                });
    }

    @Test
    void theStoreIsAFolderUntilABucketIsNamed() {
        runner.run(context -> assertThat(context.getBean(StoreSettings.class).s3()).isNull());
        runner.withPropertyValues("beleidsradar.store.s3.bucket=b")
                .run(context ->
                        assertThat(context.getBean(StoreSettings.class).s3())
                                .isEqualTo(
                                        new S3Settings(
                                                "b",
                                                null,
                                                "eu-west-1",
                                                false,
                                                null,
                                                null,
                                                Duration.ofSeconds(3),
                                                Duration.ofSeconds(10),
                                                Duration.ofSeconds(60),
                                                Duration.ofMinutes(3),
                                                3,
                                                DataSize.ofGigabytes(1))));
        runner.withPropertyValues(
                        "beleidsradar.store.s3.bucket=b",
                        "beleidsradar.store.s3.endpoint=http://e:1",
                        "beleidsradar.store.s3.region=r",
                        "beleidsradar.store.s3.path-style=true",
                        "beleidsradar.store.s3.access-key=a",
                        "beleidsradar.store.s3.secret-key=s",
                        "beleidsradar.store.s3.connect=1s",
                        "beleidsradar.store.s3.silence=2s",
                        "beleidsradar.store.s3.attempt=4s",
                        "beleidsradar.store.s3.call=5s",
                        "beleidsradar.store.s3.attempts=6",
                        "beleidsradar.store.s3.max-blob=7KB")
                .run(context ->
                        assertThat(context.getBean(StoreSettings.class).s3())
                                .isEqualTo(
                                        new S3Settings(
                                                "b",
                                                URI.create("http://e:1"),
                                                "r",
                                                true,
                                                "a",
                                                "s",
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(2),
                                                Duration.ofSeconds(4),
                                                Duration.ofSeconds(5),
                                                6,
                                                DataSize.ofKilobytes(7))));
        for (String wrong :
                List.of("bucket=", "region=", "access-key=half", "attempts=0", "buckett=b")) {
            runner.withPropertyValues("beleidsradar.store.s3.bucket=b")
                    .withPropertyValues("beleidsradar.store.s3." + wrong)
                    .run(context -> assertThat(context).as(wrong).hasFailed());
        }
    }

    @Test
    void transfersAndPausesAreAsDocumentedAndEveryKeyIsRead() {
        runner.run(context -> {
            assertThat(context.getBean(TransferLimits.class))
                    .isEqualTo(
                            new TransferLimits(
                                    Duration.ofSeconds(10),
                                    Duration.ofSeconds(30),
                                    Duration.ofMinutes(2),
                                    Duration.ofMinutes(15),
                                    Duration.ofSeconds(30),
                                    DataSize.ofKilobytes(8),
                                    5,
                                    Duration.ofHours(6),
                                    10,
                                    Duration.ofMinutes(1),
                                    "Beleidsradar/0.1"));
            assertThat(context.getBean(RetryPauses.class))
                    .isEqualTo(
                            new RetryPauses(
                                    Duration.ofSeconds(15),
                                    Duration.ofMinutes(30),
                                    Duration.ofMinutes(1),
                                    Duration.ofHours(6),
                                    Duration.ofDays(14)));
        });
        runner.withPropertyValues(
                        "beleidsradar.transfer.connect=1s",
                        "beleidsradar.transfer.silence=2s",
                        "beleidsradar.transfer.page=3s",
                        "beleidsradar.transfer.file=4s",
                        "beleidsradar.transfer.window=5s",
                        "beleidsradar.transfer.least-per-window=6B",
                        "beleidsradar.transfer.redirects=7",
                        "beleidsradar.transfer.longest-retry-after=8s",
                        "beleidsradar.transfer.break-after=9",
                        "beleidsradar.transfer.break-for=10s",
                        "beleidsradar.transfer.user-agent=x",
                        "beleidsradar.retry.list=1s",
                        "beleidsradar.retry.longest-list=2s",
                        "beleidsradar.retry.file=3s",
                        "beleidsradar.retry.longest-file=4s",
                        "beleidsradar.retry.give-up=5s")
                .run(context -> {
                    assertThat(context.getBean(TransferLimits.class))
                            .isEqualTo(
                                    new TransferLimits(
                                            Duration.ofSeconds(1),
                                            Duration.ofSeconds(2),
                                            Duration.ofSeconds(3),
                                            Duration.ofSeconds(4),
                                            Duration.ofSeconds(5),
                                            DataSize.ofBytes(6),
                                            7,
                                            Duration.ofSeconds(8),
                                            9,
                                            Duration.ofSeconds(10),
                                            "x"));
                    assertThat(context.getBean(RetryPauses.class))
                            .isEqualTo(
                                    new RetryPauses(
                                            Duration.ofSeconds(1),
                                            Duration.ofSeconds(2),
                                            Duration.ofSeconds(3),
                                            Duration.ofSeconds(4),
                                            Duration.ofSeconds(5)));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beleidsradar.ingest.folder=/a",
                "beleidsradar.ingest.workers=0",
                "beleidsradar.ingest.sources.tk-syncfeed.speed=1",
                "beleidsradar.ingest.scan-interval=0s",
                "beleidsradar.extract.processes=0",
                "beleidsradar.extract.timeout=0s",
                "beleidsradar.store.path=/a"
            })
    void anUnknownKeyOrAValueOutOfRangeStopsTheStart(String setting) {
        runner.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }
}
