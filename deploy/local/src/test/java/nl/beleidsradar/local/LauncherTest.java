package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says when it cannot start, as a process of its own. */
class LauncherTest {

    @TempDir Path folder;

    @Test
    void wrongValuesAreAnsweredWithTheUsage() throws Exception {
        CommandLine run = launch("--port-offset", "many");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("--port-offset must be a number").contains("usage:");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        int offset = 17_000;
        try (ServerSocket taken =
                new ServerSocket(9200 + offset, 1, InetAddress.getLoopbackAddress())) {
            assertOneLine(
                    launch(
                            "--data", folder.resolve("data").toString(),
                            "--port-offset", Integer.toString(offset)),
                    "port " + taken.getLocalPort() + " (Elasticsearch) is in use");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertOneLine(
                launch("--data", file.resolve("data").toString()),
                "cannot write to the data folder");
    }

    @Test
    void aDataFolderInUseIsNamed() throws Exception {
        try (DataFolder data = DataFolder.open(folder, false)) {
            assertOneLine(launch("--data", data.path().toString()), "is in use by another ./run");
        }
    }

    private static void assertOneLine(CommandLine run, String reason) {
        assertThat(run.exit()).isOne();
        assertThat(run.output()).startsWith("run: ").contains(reason);
        assertThat(run.output().lines()).hasSize(1);
        assertThat(run.childrenLeft()).isFalse();
    }

    private CommandLine launch(String... options) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Built.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName()));
        command.addAll(List.of(options));
        return CommandLine.run(folder, Map.of(), command);
    }
}
