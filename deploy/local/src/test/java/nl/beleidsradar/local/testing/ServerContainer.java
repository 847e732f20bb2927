package nl.beleidsradar.local.testing;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A server as a container of an image that deploy/images has built; nothing is pulled. */
final class ServerContainer implements TestServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final GenericContainer<?> container;
    private final int port;
    private final BooleanSupplier ready;

    /** {@code ready} is asked until it answers true. */
    ServerContainer(
            String image, int portInside, int port, String advertised, BooleanSupplier ready) {
        this.port = port;
        this.ready = ready;
        container =
                new GenericContainer<>(DockerImageName.parse(image))
                        .withImagePullPolicy(name -> false)
                        .withExposedPorts(portInside)
                        .withEnv("KAFKA_ADVERTISED", advertised)
                        .withCreateContainerCmdModifier(
                                command -> bind(command.getHostConfig(), port, portInside));
        container.start();
        awaitReady();
    }

    private static void bind(HostConfig config, int port, int portInside) {
        config.withPortBindings(PortBinding.parse("127.0.0.1:" + port + ":" + portInside));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void kill() {
        DockerClientFactory.lazyClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void restart() {
        DockerClientFactory.lazyClient().startContainerCmd(container.getContainerId()).exec();
        awaitReady();
    }

    @Override
    public void close() {
        container.stop();
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(START_LIMIT);
        while (!ready.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        container.getDockerImageName() + " did not start:\n" + container.getLogs());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
