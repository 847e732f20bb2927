package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ForkXmlTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir Path folder;

    /** Our images set the flag for the services, whose processes inherit their environment. */
    @Test
    void aProcessIsNotEndedByAFullMemoryWhateverItsEnvironmentSays() throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(arguments());
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
        java.environment().put("JAVA_TOOL_OPTIONS", "-XX:+ExitOnOutOfMemoryError");
        Process process = java.start();
        String flags = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(flags).containsPattern("ExitOnOutOfMemoryError\\s+= false");
    }

    @Test
    void pathsAndArgumentsMayHoldWhatXmlGivesAMeaning() throws Exception {
        assertThat(arguments()).contains("-Da=<b>&c", "-Djava.io.tmpdir=" + folder.resolve("t&t"));
    }

    private List<String> arguments() throws Exception {
        Path config =
                new ForkXml(
                                1,
                                Duration.ofSeconds(10),
                                5,
                                JAVA,
                                DataSize.ofMegabytes(64),
                                List.of("-Da=<b>&c"),
                                folder.resolve("t&t"),
                                "")
                        .write(folder, "tika.xml", folder);
        return Pattern.compile("<arg>(.*?)</arg>")
                .matcher(Files.readString(config))
                .results()
                .map(found -> found.group(1))
                .map(arg -> arg.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .toList();
    }
}
