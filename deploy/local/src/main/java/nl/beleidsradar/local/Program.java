package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is needed to start one process.
 *
 * @param environment set in addition to this process's own
 * @param folder working folder
 * @param log takes both output streams, appended
 */
public record Program(
        List<String> command, Map<String, String> environment, Path folder, Path log) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts it. The process ends with the calling <em>thread</em>: the kernel ties the
     * parent-death signal to it, not to the whole JVM.
     */
    public Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("ES_"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
