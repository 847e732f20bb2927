package nl.beleidsradar.enrich;

import java.time.Duration;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.enrich.archive.ArchiveSweep;
import nl.beleidsradar.enrich.archive.Retagging;
import nl.beleidsradar.enrich.archive.StreamPlace;
import nl.beleidsradar.enrich.archive.Tagging;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.LateStream.BeforeStream;
import nl.beleidsradar.service.LogView;
import nl.beleidsradar.service.StepMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The edge to the log of themes: what staff change is in force before the first document is taken
 * off the log, and from then on as soon as it is written; the archive follows.
 */
@Configuration(proxyBeanMethods = false)
class ThemeStream {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean(initMethod = "start")
    LogView themeLog(Environment environment, RulesInForce rules) {
        return new LogView(Events.THEMES_TOPIC, KafkaConnection.of(environment), rules::take);
    }

    @Bean
    BeforeStream themesFirst(LogView themeLog) {
        return () -> {
            if (!themeLog.awaitCaughtUp(PATIENCE)) {
                throw new IllegalStateException("the themes in force are not known yet");
            }
        };
    }

    @Bean
    StreamPlace streamPlace() {
        return new StreamPlace();
    }

    @Bean(initMethod = "start")
    Retagging retagging(
            Environment environment,
            RulesInForce rules,
            Enricher enricher,
            DocumentTexts texts,
            StreamPlace place,
            StepMetrics metrics) {
        var tagging =
                new Tagging() {
                    @Override
                    public Version version() {
                        Rules now = rules.get();
                        return new Version(now.ruleset().version(), now.themes());
                    }

                    @Override
                    public DocumentEnriched retagged(DocumentExtracted document) {
                        return enricher.retag(document, texts.of(document));
                    }
                };
        return new Retagging(KafkaConnection.of(environment), tagging, place, metrics);
    }

    @Bean
    ArchiveSweep archiveSweep(Environment environment) {
        return new ArchiveSweep(KafkaConnection.of(environment));
    }
}
