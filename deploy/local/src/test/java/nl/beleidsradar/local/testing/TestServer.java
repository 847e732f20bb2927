package nl.beleidsradar.local.testing;

/** A server that can be killed and brought back with its data. */
interface TestServer extends AutoCloseable {

    /** Where it listens on loopback. */
    int port();

    /** SIGKILL, and waits until it is gone. */
    void kill();

    /**
     * Starts it again after {@link #kill}, on the same port and data, and waits until it answers.
     */
    void restart();

    @Override
    void close();

    static boolean inContainers() {
        return "containers".equals(System.getProperty("beleidsradar.servers"));
    }
}
