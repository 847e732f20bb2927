package nl.beleidsradar.search;

import nl.beleidsradar.service.VirtualThreads;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the search service. */
@SpringBootApplication(proxyBeanMethods = false)
public class SearchApplication {

    public static void main(String[] args) {
        VirtualThreads.prepare();
        SpringApplication.run(SearchApplication.class, args);
    }
}
