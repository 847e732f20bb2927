package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.extract.HostileFiles.Bytes;
import nl.beleidsradar.ingest.extract.HostileFiles.HostileFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/**
 * Files made to break readers. Whatever a file is, it ends with its text or one of the reasons,
 * within its time, and the next document is read. Every bomb each time; of the parsers' own test
 * files a seeded sample, with {@code -Psoak} all of them and what lies inside them.
 */
class HostileCorpusIT {

    private static final int SAMPLE = Integer.getInteger("beleidsradar.hostile.files", 25);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final long HEAP = DataSize.ofMegabytes(512).toBytes();
    private static final int DEEPEST = 2;
    // Which of these it is depends on how much memory and time there are: none is wrong.
    private static final String SPENT = "Text Corrupt TooLarge OutOfMemory TimedOut Empty";

    @TempDir static Path store;
    @TempDir static Path work;
    private static TikaTextExtractor tika;
    private static TextExtractor extractor;
    private static byte[] next;

    @BeforeAll
    static void start() throws Exception {
        ExtractSettings settings =
                new ExtractSettings(
                        1,
                        DataSize.ofMegabytes(256),
                        LIMIT,
                        DataSize.ofMegabytes(4),
                        50,
                        5_000,
                        5,
                        5_000,
                        DataSize.ofMegabytes(64));
        tika = new TikaTextExtractor(settings, store, work);
        extractor = new FormatExtractor(tika);
        next = TestFiles.docx("Het volgende stuk.");
        theNextIsRead();
    }

    @AfterAll
    static void stop() throws IOException {
        tika.close();
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("zip in zip, 12 levels", () -> Bombs.nestedZip(12), "Text"),
                bomb("overlapping zip", () -> Bombs.overlappingZip(500), "EmbeddedLimit TimedOut"),
                bomb("a million entries", () -> Bombs.manyEntries(1_000_000), "Text TimedOut"),
                bomb("gzip of a gigabyte", () -> Bombs.gzip(1024), "EmbeddedLimit TimedOut"),
                bomb("zip of a gigabyte", TestFiles::zipBomb, "EmbeddedLimit TimedOut"),
                bomb("docx of half a gigabyte", () -> Bombs.office(512), SPENT),
                bomb("billion laughs", Bombs::billionLaughs, SPENT),
                bomb("100,000 pages", () -> Bombs.pages(100_000), "Text TimedOut"),
                bomb("pdf stream of half a gigabyte", () -> Bombs.pdfStream(512), SPENT),
                bomb(
                        "pdf arrays",
                        () -> Bombs.nested("%PDF-1.7\n1 0 obj\n" + "[".repeat(1000), "", "", 200),
                        SPENT),
                bomb(
                        "html, deep",
                        () -> Bombs.nested("<div>", "<p>diep</p>", "</div>", 200_000),
                        SPENT),
                bomb("xml, deep", () -> Bombs.nested("<a>", "diep", "</a>", 1_000_000), SPENT),
                bomb("rtf, deep", () -> Bombs.nested("{\\rtf1", "diep", "}", 200_000), SPENT),
                bomb("diep.eml", () -> Bombs.nestedMail(5_000), SPENT));
    }

    private static Arguments bomb(String name, Bytes bytes, String outcomes) {
        return Arguments.of(name, bytes, Set.of(outcomes.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aBombCostsItselfOnly(String name, Bytes bytes, Set<String> outcomes) throws IOException {
        Ended ended = ends(name, file(name, bytes), 0).getFirst();
        System.out.println("bomb: " + ended);
        assertThat(ended.took()).as(name).isLessThan(LIMIT.plus(SLACK));
        assertThat(ended.outcome()).as(ended.toString()).isIn(outcomes);
    }

    @Test
    void aFormReachesNothingOutside() throws IOException {
        Path secret = Files.writeString(work.resolve("secret"), "GEHEIM");
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(200);
            for (String outside :
                    List.of(
                            secret.toUri().toString(),
                            "http://127.0.0.1:" + listening.getLocalPort() + "/")) {
                byte[] form = Bombs.xfa(outside);
                Extracted outcome = extractor.extract(original(form, "formulier.pdf"));
                assertThat(outcome.toString()).doesNotContain("GEHEIM");
                assertThat(asked(listening)).isFalse();
            }
        }
        theNextIsRead();
    }

    /** Files whose right end is known, by name. */
    private static final Map<String, String> KNOWN = known();

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "testWORD_protected_passtika.docx",
                        "testPPT_protected_passtika.pptx",
                        "testEXCEL_protected_passtika_2.xlsx")) {
            known.put("test-documents/" + name, "Encrypted");
        }
        known.put("gold/empty-pw.doc", "Encrypted");
        known.put("gold/empty-pw.docx", "Encrypted");
        known.put("gold/image.pdf", "Empty");
        known.put("gold/empty.odt", "Empty");
        return known;
    }

    @Test
    void everyFileEndsInTimeAndTheNextIsRead() throws IOException {
        List<HostileFile> files = chosen();
        assertThat(files).hasSizeGreaterThanOrEqualTo(Math.min(SAMPLE, 40));
        List<Ended> ended = new ArrayList<>();
        long started = System.nanoTime();
        for (HostileFile file : files) {
            ended.addAll(ends(file.name(), file(file.name(), file.bytes()), 0));
        }
        report(files.size(), ended, Duration.ofNanos(System.nanoTime() - started));
        List<String> wrong =
                ended.stream()
                        .filter(e ->
                                !KNOWN.getOrDefault(e.name(), e.outcome()).equals(e.outcome())
                                        || e.took().compareTo(LIMIT.plus(SLACK)) > 0)
                        .map(Ended::toString)
                        .toList();
        assertThat(wrong).isEmpty();
    }

    private static List<HostileFile> chosen() throws IOException {
        List<HostileFile> all = new ArrayList<>(HostileFiles.all());
        if (all.size() <= SAMPLE) {
            return all;
        }
        Collections.shuffle(all, new Random(5));
        List<HostileFile> chosen = new ArrayList<>(all.subList(0, SAMPLE));
        all.stream().skip(SAMPLE).filter(f -> KNOWN.containsKey(f.name())).forEach(chosen::add);
        return chosen;
    }

    /** How one file ended. */
    private record Ended(String name, String outcome, String detail, Duration took, int inside) {
        @Override
        public String toString() {
            return "%s: %s %s, %d inside, %d ms"
                    .formatted(name, outcome, detail, inside, took.toMillis());
        }
    }

    /** Ends the file and, where all of them are read, what lies inside it. */
    private static List<Ended> ends(String name, Original original, int depth) throws IOException {
        long start = System.nanoTime();
        Extracted outcome = extractor.extract(original);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<Ended> ended = new ArrayList<>();
        String kind = outcome.getClass().getSimpleName();
        if (outcome instanceof Extracted.Text text) {
            try (Unpacked unpacked = text.unpacked()) {
                ended.add(
                        new Ended(
                                name,
                                kind,
                                text.limits().toString(),
                                took,
                                unpacked.documents().size()));
                for (Unpacked.Embedded inside : unpacked.documents()) {
                    if (depth < DEEPEST && SAMPLE > 1_000) {
                        String within = name + "~" + inside.name();
                        Bytes content = () -> Files.readAllBytes(inside.file());
                        ended.addAll(ends(within, file(within, content), depth + 1));
                    }
                }
            }
        } else {
            ended.add(new Ended(name, kind, outcome.toString(), took, 0));
            theNextIsRead();
        }
        Files.delete(original.file());
        assertThat(heapInUse()).as(name).isLessThan(HEAP);
        return ended;
    }

    private static void theNextIsRead() throws IOException {
        Original original = original(next, "volgende.docx");
        Extracted outcome = extractor.extract(original);
        // Where other work takes the processors, a process that is new may need more than the
        // limit.
        for (int i = 0; i < 5 && outcome instanceof Extracted.TimedOut; i++) {
            outcome = extractor.extract(original);
        }
        assertThat(outcome).isInstanceOf(Extracted.Text.class);
        assertThat(((Extracted.Text) outcome).text()).isEqualTo("Het volgende stuk.");
        ((Extracted.Text) outcome).unpacked().close();
        Files.delete(original.file());
    }

    private static void report(int files, List<Ended> ended, Duration took) {
        Map<String, Long> counts =
                ended.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Ended::outcome, TreeMap::new, Collectors.counting()));
        Duration longest = ended.stream().map(Ended::took).max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "hostile corpus: %d files, %d documents with what lies inside, %s, longest %d ms,"
                        + " heap in use at the end %d MB, %d s%n",
                files,
                ended.size(),
                counts,
                longest.toMillis(),
                heapInUse() >> 20,
                took.toSeconds());
        if (Boolean.getBoolean("beleidsradar.hostile.list")) {
            ended.forEach(System.out::println);
        }
    }

    /** What is in use now, the file itself not being in memory. */
    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP && p.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }

    private static boolean asked(ServerSocket listening) throws IOException {
        try {
            listening.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static Original file(String name, Bytes bytes) throws IOException {
        return original(bytes.read(), name.substring(name.lastIndexOf('/') + 1));
    }

    private static Original original(byte[] bytes, String name) throws IOException {
        Path file = Files.createTempFile(store, "original", "");
        Files.write(file, bytes);
        return new Original(file, bytes.length, name);
    }
}
