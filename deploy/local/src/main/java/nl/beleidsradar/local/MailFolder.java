package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Messages as files {@code <time>-<hash of the Message-ID>.eml}, on disk for good once {@link
 * #keep} returns. The name without its ending is the message's id; ids sort by time of arrival.
 */
final class MailFolder {

    private static final String ENDING = ".eml";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final NavigableSet<String> ids = new ConcurrentSkipListSet<>();
    private Instant last = Instant.EPOCH;

    private MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Finds the messages of earlier runs; what was half written then was not accepted. */
    static MailFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        MailFolder mails = new MailFolder(folder, Clock.systemUTC());
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    mails.ids.add(name.substring(0, name.length() - ENDING.length()));
                } else if (name.endsWith(".part")) {
                    Files.delete(file);
                }
            }
        }
        return mails;
    }

    /** Returns when the message would survive the loss of the process or of power. */
    synchronized void keep(byte[] message, @Nullable String messageId) throws IOException {
        String id = TIME.format(next()) + "-" + hash(messageId == null ? "" : messageId);
        Path part = folder.resolve(id + ".part");
        try (FileChannel file =
                FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(message);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        ids.add(id);
    }

    /** Rises with each message, so that ids keep the order of arrival. */
    private Instant next() {
        Instant now = clock.instant();
        last = now.isAfter(last.plusNanos(1_000)) ? now : last.plusNanos(1_000);
        return last;
    }

    int size() {
        return ids.size();
    }

    /**
     * The newest first.
     *
     * @param after only messages older than this one; null for all
     */
    List<String> newest(@Nullable String after, int most) {
        NavigableSet<String> wanted = after == null ? ids : ids.headSet(after, false);
        return wanted.descendingSet().stream().limit(most).toList();
    }

    /** The message as it came; empty where no message has this id. */
    Optional<byte[]> source(String id) throws IOException {
        return ids.contains(id) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    private static String hash(String messageId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(messageId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
