package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the build takes a jar apart, tried with a Java of our own. */
class UnpackScriptTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("beleidsradar.repository"));

    @TempDir Path folder;
    private Path java;
    private Path jar;
    private UnpackedService service;

    @BeforeEach
    void aJarAndItsArchive() throws Exception {
        java = folder.resolve("java");
        Files.writeString(
                java, "#!/bin/sh\nmkdir \"$6\" && cp \"$3\" \"$6\" && echo unpacked \"$4\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        jar = Files.writeString(folder.resolve("x-service.jar"), "one");
        service = new UnpackedService(folder.resolve("unpacked/x-service.jar"));
        assertThat(unpack()).isEqualTo("unpacked extract");
        Files.createFile(service.archive());
    }

    @Test
    void theArchiveGoesWithTheJarThatItWasMadeOf() throws Exception {
        Files.writeString(jar, "two");
        assertThat(unpack()).isEqualTo("unpacked extract");
        assertThat(service.jar()).hasContent("two");
        assertThat(service.archive()).doesNotExist();
    }

    @Test
    void aJarMadeAgainJustAsItWasKeepsItsArchive() throws Exception {
        Files.writeString(jar, "one");
        assertThat(unpack()).isEmpty();
        assertThat(service.archive()).exists();
    }

    @Test
    void whatWasLeftHalfDoneIsDoneAgain() throws Exception {
        Files.delete(folder.resolve("unpacked/sum"));
        Files.createDirectories(folder.resolve("unpacking"));
        assertThat(unpack()).isEqualTo("unpacked extract");
        assertThat(service.archive()).doesNotExist();
    }

    private String unpack() throws Exception {
        CommandLine run =
                CommandLine.run(
                        folder,
                        Map.of(),
                        List.of(
                                REPOSITORY.resolve("deploy/local/unpack-service").toString(),
                                java.toString(),
                                jar.toString()));
        assertThat(run.exit()).isZero();
        return run.output().strip();
    }
}
