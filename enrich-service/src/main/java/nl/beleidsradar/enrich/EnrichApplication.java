package nl.beleidsradar.enrich;

import nl.beleidsradar.enrich.reference.ReferenceFinder;
import nl.beleidsradar.service.VirtualThreads;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Starts the enrich service, or with the argument {@code analyze} reads documents from standard
 * input instead.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichSettings.class)
public class EnrichApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(AnalyzeCommand.NAME)) {
            // Decided before Spring starts: a command line has no time for a web server.
            System.exit(AnalyzeCommand.standard().run(System.in, System.out, System.err));
        }
        VirtualThreads.prepare();
        SpringApplication.run(EnrichApplication.class, args);
    }

    @Bean
    RulesInForce rulesInForce(EnrichSettings settings) {
        return new RulesInForce(
                Rules.packaged(settings.themesLocation()), ReferenceFinder.standard());
    }

    @Bean
    Enricher enricher(RulesInForce rules, EnrichSettings settings) {
        return new Enricher(rules, settings.evidenceLimit());
    }
}
