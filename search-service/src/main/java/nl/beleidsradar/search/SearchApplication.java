package nl.beleidsradar.search;

import nl.beleidsradar.service.LateStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the search service. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(LateStream.class)
public class SearchApplication {

    public static void main(String[] args) {
        SpringApplication.run(SearchApplication.class, args);
    }
}
