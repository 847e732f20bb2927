package nl.beleidsradar.local;

import java.io.IOException;
import java.util.List;

/** One process of the stack. */
public interface Part {

    /** For people, and for the name of the log file. */
    String name();

    /** What it listens on. */
    List<Integer> ports();

    /** Writes settings and folders; called before every start. */
    void prepare() throws IOException, InterruptedException;

    Program program();

    /** Whether it answers now; never throws, and answers within seconds. */
    boolean ready();
}
