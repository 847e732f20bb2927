package nl.beleidsradar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands before a command so that the process dies with us (kernel's parent-death signal),
 * does not get the terminal's Ctrl-C itself and, for a server that refuses root, runs as an
 * unprivileged user.
 *
 * <p>Without util-linux (other systems than Linux) the command stands alone.
 */
final class Confinement {

    /** The user nobody exists on every system and owns nothing else here. */
    static final String USER = "nobody";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Confinement() {}

    static boolean root() {
        return ROOT;
    }

    /** Whether children die with us when we are killed with SIGKILL. */
    static boolean tiesChildren() {
        return onPath("setpriv") && onPath("setsid");
    }

    static List<String> tied(List<String> command) {
        List<String> all = new ArrayList<>();
        if (tiesChildren()) {
            all.addAll(List.of("setsid", "setpriv", "--pdeathsig", "KILL"));
        }
        all.addAll(command);
        return all;
    }

    /**
     * As {@link #tied}, and as {@value #USER} when we are root.
     *
     * @param needed folders the program must reach; where one lies in a closed folder (say /root),
     *     the program is allowed to pass file permissions
     */
    static List<String> unprivileged(List<String> command, Path... needed) {
        if (!ROOT) {
            return tied(command);
        }
        List<String> all = new ArrayList<>();
        all.add("setpriv");
        all.add("--reuid=" + id("-u"));
        all.add("--regid=" + id("-g"));
        all.add("--clear-groups");
        if (!List.of(needed).stream().allMatch(Confinement::openToAll)) {
            all.add("--securebits=+no_setuid_fixup");
            all.add("--inh-caps=+dac_override");
            all.add("--ambient-caps=+dac_override");
        }
        // The signal is set last: a change of user takes it away.
        all.addAll(tied(command));
        return all;
    }

    /** Gives a folder and all below it to {@value #USER} when we are root. */
    static void giveAway(Path folder) throws IOException {
        if (!ROOT) {
            return;
        }
        var owner =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        try (var all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (!Files.getOwner(path).equals(owner)) {
                    Files.setOwner(path, owner);
                }
            }
        }
    }

    private static boolean openToAll(Path path) {
        try {
            for (Path p = path.toRealPath(); p != null; p = p.getParent()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(p);
                if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)
                        && !Files.getOwner(p).getName().equals(USER)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String option) {
        try {
            Process id = new ProcessBuilder("id", option, USER).start();
            String answer = new String(id.getInputStream().readAllBytes()).strip();
            return answer.isEmpty() ? "65534" : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean onPath(String command) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }
}
