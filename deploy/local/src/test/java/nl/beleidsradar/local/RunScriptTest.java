package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run} says before anything is started, tried on a copy with tools of our own. */
class RunScriptTest {

    @TempDir Path folder;
    private Path tools;
    private Path jdk;

    @BeforeEach
    void aMachineWithEverything() throws IOException {
        Path repository = Path.of(System.getProperty("beleidsradar.repository"));
        Files.copy(repository.resolve("run"), folder.resolve("run"));
        folder.resolve("run").toFile().setExecutable(true);
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool :
                List.of(
                        "bash",
                        "dirname",
                        "basename",
                        "readlink",
                        "grep",
                        "find",
                        "xargs",
                        "mkdir",
                        "tail",
                        "touch",
                        "env",
                        "sleep")) {
            tool(tool, "exec " + which(tool) + " \"$@\"");
        }
        tool("mvn", "echo compiling; echo 'no such symbol'; exit 1");
        tool("npm", "exit 0");
        jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        script(jdk.resolve("bin/javac"), "exit 0");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheUsage() throws Exception {
        CommandLine run = run("--verbose");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("unknown option --verbose; usage: ./run [--data DIR]");
        assertThat(run.output().lines()).hasSize(1);
    }

    @Test
    void anOptionWithoutItsValueIsAnsweredWithTheUsage() throws Exception {
        assertThat(run("--fresh", "--data").output()).contains("--data needs a value; usage:");
    }

    @Test
    void aMissingJdkIsNamed() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
        assertOneLine(run(), "no JDK 25 found");
    }

    @Test
    void aMissingNpmIsNamed() throws Exception {
        Files.delete(tools.resolve("npm"));
        assertOneLine(run(), "npm is not installed");
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertOneLine(run(), "mvn is not installed");
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLog() throws Exception {
        CommandLine run = run();
        assertThat(run.exit()).isOne();
        assertThat(run.output())
                .contains("building")
                .contains("no such symbol")
                .contains("run: the build failed, the whole log is in ");
        assertThat(run.childrenLeft()).isFalse();
    }

    private static void assertOneLine(CommandLine run, String reason) {
        assertThat(run.exit()).isOne();
        assertThat(run.output()).startsWith("run: ").contains(reason);
        assertThat(run.output().lines()).hasSize(1);
    }

    private CommandLine run(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(folder.resolve("run").toString()));
        command.addAll(List.of(options));
        return CommandLine.run(
                folder,
                Map.of(
                        "PATH", tools.toString(),
                        "JAVA_HOME", jdk.toString(),
                        "BELEIDSRADAR_JDK_FOLDERS", ""),
                command);
    }

    private void tool(String name, String body) throws IOException {
        script(tools.resolve(name), body);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path which(String tool) {
        for (String place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, tool))) {
                return Path.of(place, tool);
            }
        }
        throw new AssertionError("this machine has no " + tool);
    }
}
