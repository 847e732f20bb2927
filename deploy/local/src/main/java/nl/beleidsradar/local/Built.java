package nl.beleidsradar.local;

import java.nio.file.Path;

/**
 * Where the Maven build leaves what is started.
 *
 * @param repository the root of the repository
 */
public record Built(Path repository) {

    /** The repository named by the system property {@code beleidsradar.repository}. */
    public static Built here() {
        return new Built(
                Path.of(System.getProperty("beleidsradar.repository", "."))
                        .toAbsolutePath()
                        .normalize());
    }

    Path kafka() {
        return repository.resolve("deploy/local/target/kafka");
    }

    Path mail() {
        return repository.resolve("deploy/local/target/mail");
    }

    Path local() {
        return repository.resolve("deploy/local/target/local.jar");
    }

    Path elasticsearch() {
        return repository.resolve("deploy/local/target/elasticsearch");
    }

    UnpackedService service(String name) {
        return new UnpackedService(
                repository.resolve(name + "-service/target/unpacked/" + name + "-service.jar"));
    }

    Path seeds() {
        return repository.resolve("seeds/documents");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
