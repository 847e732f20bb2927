package nl.beleidsradar.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A part that is a shell script: ready as soon as it runs. */
record ShellPart(String name, String script, Path folder) implements Part {

    @Override
    public List<Integer> ports() {
        return List.of();
    }

    @Override
    public void prepare() {}

    @Override
    public Program program() {
        return new Program(
                Confinement.tied(List.of("sh", "-c", script)),
                Map.of(),
                folder,
                folder.resolve(name + ".log"));
    }

    @Override
    public boolean ready() {
        return true;
    }

    /** Watches {@code sleep} and prints its process id, until killed. */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        Watch watch =
                Watch.start(
                        new ShellPart("sleeper", "exec sleep 300", folder), System.err::println);
        String failure = watch.awaitReady(java.time.Duration.ofSeconds(10));
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
        Thread.sleep(300_000);
    }
}
