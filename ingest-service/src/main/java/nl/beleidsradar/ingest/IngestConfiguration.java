package nl.beleidsradar.ingest;

import java.io.IOException;
import java.time.Clock;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.extract.ExtractSettings;
import nl.beleidsradar.ingest.extract.FormatExtractor;
import nl.beleidsradar.ingest.extract.Language;
import nl.beleidsradar.ingest.extract.OcrExtractor;
import nl.beleidsradar.ingest.extract.OcrSettings;
import nl.beleidsradar.ingest.extract.TextExtractor;
import nl.beleidsradar.ingest.extract.TikaTextExtractor;
import nl.beleidsradar.ingest.fetch.FeedFollower;
import nl.beleidsradar.ingest.fetch.FeedKinds;
import nl.beleidsradar.ingest.fetch.FeedWatch;
import nl.beleidsradar.ingest.fetch.FetchSettings;
import nl.beleidsradar.ingest.fetch.FolderSource;
import nl.beleidsradar.ingest.fetch.FolderWatch;
import nl.beleidsradar.ingest.fetch.Intake;
import nl.beleidsradar.ingest.fetch.RetryPauses;
import nl.beleidsradar.ingest.fetch.SourceCatalog;
import nl.beleidsradar.ingest.fetch.web.PoliteFetchers;
import nl.beleidsradar.ingest.fetch.web.TransferLimits;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerLog;
import nl.beleidsradar.ingest.ledger.LedgerStream;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.store.BlobStore;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.ingest.store.S3Store;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.StepMetrics;
import nl.beleidsradar.service.store.S3Bucket;
import nl.beleidsradar.service.store.S3Settings;
import nl.beleidsradar.service.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    FetchSettings.class,
    TransferLimits.class,
    RetryPauses.class,
    ExtractSettings.class,
    OcrSettings.class
})
class IngestConfiguration {

    @Bean
    LedgerStream ledgerStream(Environment environment) {
        // The same broker, and the same security, as the events.
        return new LedgerStream(KafkaConnection.of(environment));
    }

    @Bean
    FeedLedger feedLedger(LedgerLog log) {
        return new FeedLedger(log);
    }

    @Bean
    HarvestLedger harvestLedger(LedgerLog log, FeedLedger feeds) {
        return new HarvestLedger(log, Clock.systemUTC(), feeds);
    }

    @Bean
    PendingDocuments pendingDocuments() {
        return new PendingDocuments();
    }

    @Bean
    BlobStore documentStore(StoreSettings settings, FetchSettings fetch) {
        S3Settings s3 = settings.s3();
        return s3 == null
                ? new FolderStore(settings.folder())
                : new S3Store(new S3Bucket(s3), fetch.workFolder().resolve("blobs"));
    }

    @Bean
    Intake intake(
            BlobStore store,
            HarvestLedger ledger,
            PendingDocuments pending,
            StepMetrics metrics,
            FetchSettings settings) {
        return new Intake(store, ledger, pending, metrics, settings);
    }

    @Bean
    SourceCatalog sourceCatalog(FetchSettings settings) {
        return SourceCatalog.of(settings.sourcesLocation(), settings.sources());
    }

    @Bean
    PoliteFetchers politeFetchers(
            SourceCatalog catalog, TransferLimits limits, FetchSettings settings) {
        return new PoliteFetchers(
                catalog.all(), limits, settings.allowPrivateAddresses(), Clock.systemUTC());
    }

    @Bean
    FeedFollower feedFollower(
            FeedKinds kinds,
            PoliteFetchers fetchers,
            Intake intake,
            HarvestLedger ledger,
            FeedLedger feeds,
            RetryPauses pauses) {
        return new FeedFollower(kinds, fetchers, intake, ledger, feeds, pauses);
    }

    @Bean
    FeedWatch feedWatch(
            SourceCatalog catalog,
            FeedKinds kinds,
            FeedFollower follower,
            HarvestLedger ledger,
            FetchSettings settings) {
        return new FeedWatch(catalog, kinds, follower, ledger, settings);
    }

    @Bean
    FolderSource folderSource(
            FetchSettings settings, Intake intake, HarvestLedger ledger, PendingDocuments pending) {
        return new FolderSource(settings, intake, ledger, pending);
    }

    @Bean
    FolderWatch folderWatch(FolderSource folders, HarvestLedger ledger, FetchSettings settings) {
        return new FolderWatch(folders, ledger, settings);
    }

    @Bean
    TikaTextExtractor tikaTextExtractor(
            ExtractSettings settings, BlobStore store, FetchSettings fetch) throws IOException {
        return new TikaTextExtractor(settings, store.localFolder(), fetch.workFolder());
    }

    @Bean
    @Primary
    TextExtractor textExtractor(TikaTextExtractor tika) {
        return new FormatExtractor(tika);
    }

    @Bean
    OcrExtractor pageReader(
            OcrSettings settings, ExtractSettings limits, BlobStore store, FetchSettings fetch)
            throws IOException {
        return new OcrExtractor(settings, limits, store.localFolder(), fetch.workFolder());
    }

    @Bean
    DocumentTypes documentTypes() {
        return new DocumentTypes();
    }

    @Bean
    Language language() {
        return new Language();
    }
}
