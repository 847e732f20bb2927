package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedServiceTest {

    @TempDir Path repository;
    private UnpackedService service;

    @BeforeEach
    void built() throws Exception {
        service = new Built(repository).service("ingest");
        Files.createDirectories(service.jar().getParent());
    }

    @Test
    void isStartedFromItsJarTakenApart() {
        assertThat(service.command())
                .endsWith(
                        "-jar", repository + "/ingest-service/target/unpacked/ingest-service.jar");
    }

    @Test
    void isStartedWithTheArchiveOfItsClassesOnceThereIsOne() throws Exception {
        String option = "-XX:SharedArchiveFile=" + service.archive();
        assertThat(service.command()).doesNotContain(option);
        Files.createFile(service.archive());
        assertThat(service.command()).contains(option);
    }

    @Test
    void givenOptionsComeBehindOurs() throws Exception {
        Files.createFile(service.archive());
        assertThat(service.command("-Xmx1g")).endsWith("-Xmx1g", "-jar", service.jar().toString());
    }

    @Test
    void javaSaysNothingAboutAnArchiveThatItCannotUse() throws Exception {
        UnpackedService version = new UnpackedService(repository.resolve("none.jar"));
        Files.writeString(version.archive(), "half an archive");
        List<String> command = new ArrayList<>(version.command());
        command.subList(command.size() - 2, command.size()).clear();
        command.add("--version");
        CommandLine run = CommandLine.run(repository, Map.of(), command);
        assertThat(run.exit()).isZero();
        assertThat(run.output()).startsWith("openjdk").doesNotContainIgnoringCase("archive");
    }

    @Test
    void archivingTouchesNoStackThatRuns() {
        assertThat(ClassArchives.environment(repository))
                .containsEntry("BELEIDSRADAR_KAFKA", "127.0.0.1:1")
                .containsEntry("BELEIDSRADAR_ELASTICSEARCH", "http://127.0.0.1:1");
    }
}
