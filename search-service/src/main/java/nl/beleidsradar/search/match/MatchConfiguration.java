package nl.beleidsradar.search.match;

import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The settings of this package, and what stands in where nobody takes broken subscriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchSettings.class)
class MatchConfiguration {

    @Bean
    @Fallback
    BrokenSubscriptions brokenSubscriptions() {
        return (id, message) ->
                LoggerFactory.getLogger(MatchConfiguration.class)
                        .error("subscription {} is broken, and nobody is told", id);
    }
}
