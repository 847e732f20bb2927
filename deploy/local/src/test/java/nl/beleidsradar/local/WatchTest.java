package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void startsAgainWhatWasKilledAndSaysSo() throws Exception {
        Watch watch = start("echo started; exec sleep 300");
        assertThat(watch.awaitReady(LIMIT)).isNull();
        child().destroyForcibly();
        await(() -> log().split("started", -1).length == 3);
        assertThat(said).containsExactly("part died (exit code 137), starting it again in 1 s");
        stop(watch);
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void letsAProcessFinishItsWorkWhenStopped() throws Exception {
        Watch watch =
                start(
                        "trap 'sleep 0.3; echo finished; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        await(() -> log().contains("up"));
        stop(watch);
        assertThat(log()).contains("finished");
        assertThat(said).isEmpty();
    }

    @Test
    void killsAProcessThatDoesNotStop() throws Exception {
        Watch watch = start("trap '' TERM; echo up; while :; do sleep 0.05; done");
        await(() -> log().contains("up"));
        watch.askToStop();
        watch.awaitStop(Duration.ofMillis(300));
        await(() -> ProcessHandle.current().children().findAny().isEmpty());
    }

    @Test
    void reportsAPartThatEndsBeforeItEverAnswered() throws Exception {
        Part never = new NeverReady(new ShellPart("part", "exit 3", folder));
        Watch watch = Watch.start(never, said::add);
        assertThat(watch.awaitReady(LIMIT)).startsWith("part ended (exit code 3), see ");
    }

    @Test
    void killingTheLauncherTakesItsProcessesAlong() throws Exception {
        assumeTrue(Confinement.tiesChildren(), "needs setpriv and setsid of util-linux");
        Process launcher =
                new ProcessBuilder(
                                Built.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ShellPart.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        ProcessHandle sleeper;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
            sleeper = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
        }
        assertThat(running(sleeper)).isTrue();
        launcher.destroyForcibly();
        await(() -> !running(sleeper));
    }

    private Watch start(String script) {
        return Watch.start(new ShellPart("part", script, folder), said::add);
    }

    private static void stop(Watch watch) {
        watch.askToStop();
        watch.awaitStop(LIMIT);
    }

    private static ProcessHandle child() {
        return ProcessHandle.current().children().findFirst().orElseThrow();
    }

    /** A process that nobody has collected yet counts as gone. */
    private static boolean running(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", process.pid() + "", "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("part.log"));
        } catch (java.io.IOException e) {
            return "";
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private record NeverReady(Part part) implements Part {

        @Override
        public String name() {
            return part.name();
        }

        @Override
        public List<Integer> ports() {
            return part.ports();
        }

        @Override
        public void prepare() throws java.io.IOException, InterruptedException {
            part.prepare();
        }

        @Override
        public Program program() {
            return part.program();
        }

        @Override
        public boolean ready() {
            return false;
        }
    }
}
