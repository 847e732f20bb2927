package nl.beleidsradar.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A service as the build leaves it to be started: its jar taken apart, which spares it reading jars
 * inside a jar, and perhaps an archive of its classes, which spares it most of their loading.
 *
 * @param jar has the service's own classes and names the jars beside it
 */
record UnpackedService(Path jar) {

    private static final List<String> SILENT = List.of("-Xlog:cds=off", "-Xlog:aot=off");

    /** Made by {@link ClassArchives}; it goes when the jar is taken apart again. */
    Path archive() {
        return jar.resolveSibling("classes.jsa");
    }

    /** An archive that Java cannot use, say of another Java, it leaves aside without a word. */
    List<String> command(String... javaOptions) {
        List<String> command = java();
        if (Files.isRegularFile(archive())) {
            command.add("-XX:SharedArchiveFile=" + archive());
            command.addAll(SILENT);
        }
        Collections.addAll(command, javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Starts the service as far as it comes without a server, ends, and leaves the archive. */
    List<String> archiving(Path archive) {
        List<String> command = java();
        command.add("-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(SILENT);
        command.addAll(List.of("-Dspring.context.exit=onRefresh", "-jar", jar.toString()));
        return command;
    }

    private static List<String> java() {
        return new ArrayList<>(
                List.of(
                        Built.java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED"));
    }
}
