package nl.beleidsradar.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run} was asked for.
 *
 * @param data the data folder
 * @param documents a folder to watch beside the sample documents
 * @param fresh start with an empty data folder
 * @param seeds load the sample documents
 * @param live poll the remote sources
 */
record Options(
        Path data,
        int portOffset,
        @Nullable Path documents,
        boolean fresh,
        boolean seeds,
        boolean live) {

    static final String USAGE =
            "usage: ./run [--data DIR] [--port-offset N] [--documents DIR] [--fresh] [--no-seeds] [--live]";

    /** Reads the command line; a failure is the user's. */
    static Options parse(String... arguments) throws StartFailure {
        Path data = Path.of("data");
        int portOffset = 0;
        Path documents = null;
        boolean fresh = false;
        boolean seeds = true;
        boolean live = false;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--port-offset" -> portOffset = offset(value(option, rest));
                case "--documents" -> documents = folder(value(option, rest));
                case "--fresh" -> fresh = true;
                case "--no-seeds" -> seeds = false;
                case "--live" -> live = true;
                default -> throw new StartFailure("unknown option " + option);
            }
        }
        return new Options(absolute(data), portOffset, documents, fresh, seeds, live);
    }

    private static String value(String option, Deque<String> rest) throws StartFailure {
        String value = rest.pollFirst();
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new StartFailure(option + " needs a value");
        }
        return value;
    }

    private static int offset(String value) throws StartFailure {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= Ports.LARGEST_OFFSET) {
            return Integer.parseInt(value);
        }
        throw new StartFailure(
                "--port-offset must be a number from 0 to %d, not %s"
                        .formatted(Ports.LARGEST_OFFSET, value));
    }

    private static Path folder(String value) throws StartFailure {
        Path folder = absolute(Path.of(value));
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("--documents " + value + " is not a folder");
        }
        if (folder.toString().contains(",")) {
            throw new StartFailure("--documents cannot be a folder with a comma in its path");
        }
        return folder;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
