package nl.beleidsradar.search.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** A test of pages on the sample archive, through everything but the network. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PagesFixture.class,
        // The fixture has no index and no stream to be healthy.
        properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
@interface PagesTest {}
