package nl.beleidsradar.ingest;

import nl.beleidsradar.service.VirtualThreads;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ingest service. */
@SpringBootApplication(proxyBeanMethods = false)
public class IngestApplication {

    public static void main(String[] args) {
        VirtualThreads.prepare();
        SpringApplication.run(IngestApplication.class, args);
    }
}
