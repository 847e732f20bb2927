package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command run to its end as a user would: what it printed, and its exit code. */
record CommandLine(int exit, String output, boolean childrenLeft) {

    static CommandLine run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        List<ProcessHandle> children = process.descendants().toList();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + command + "\n" + output);
        }
        return new CommandLine(
                process.exitValue(), output, children.stream().anyMatch(ProcessHandle::isAlive));
    }
}
