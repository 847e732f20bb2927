package nl.beleidsradar.ingest.fetch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a watched folder now. Left out are symbolic links, hidden files and folders (a name
 * that begins with a dot) and files that a program says it is still writing ({@code .tmp}, {@code
 * .part}, {@code .crdownload}).
 *
 * @param files by path
 * @param unreadable sub-folders and files whose attributes could not be read
 */
record FolderListing(Map<Path, Seen> files, int unreadable) {

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".crdownload");

    /** One file as the file system describes it. */
    record Seen(long size, Instant modified) {

        static Seen of(BasicFileAttributes file) {
            return new Seen(file.size(), file.lastModifiedTime().toInstant());
        }
    }

    /**
     * @throws IOException if the folder itself cannot be read
     */
    static FolderListing of(Path folder) throws IOException {
        Map<Path, Seen> files = new LinkedHashMap<>();
        int[] unreadable = {0};
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return dir.equals(folder) || !isHidden(dir)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (a.isRegularFile() && isTaken(file)) {
                            files.put(file, Seen.of(a));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (file.equals(folder)) {
                            throw e;
                        }
                        unreadable[0]++;
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
                        unreadable[0] += e == null ? 0 : 1;
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new FolderListing(files, unreadable[0]);
    }

    private static boolean isTaken(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !isHidden(file) && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
