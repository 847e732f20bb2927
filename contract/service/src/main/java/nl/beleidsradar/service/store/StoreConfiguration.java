package nl.beleidsradar.service.store;

import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.contract.store.FolderDocuments;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The store that the settings name, for reading; a service that writes brings its own. */
@AutoConfiguration
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DocumentStore documentStore(StoreSettings settings) {
        S3Settings s3 = settings.s3();
        return s3 == null
                ? new FolderDocuments(settings.folder())
                : new S3Documents(new S3Bucket(s3));
    }
}
