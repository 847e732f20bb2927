package nl.beleidsradar.search.subscription;

import org.springframework.stereotype.Component;

/** Who is asking: without a login everybody on this machine is the one user {@code local}. */
@Component
public class CurrentUser {

    private static final String LOCAL = "local";

    /** Name of the owner of what is made now, and of what may be seen and changed. */
    public String name() {
        return LOCAL;
    }
}
