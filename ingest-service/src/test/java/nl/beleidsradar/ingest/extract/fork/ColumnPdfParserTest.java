package nl.beleidsradar.ingest.extract.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.Gold;
import nl.beleidsradar.ingest.extract.PlacedText;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;

class ColumnPdfParserTest {

    @Test
    void columnsWrittenLineByLineAcrossComeOutOneBehindTheOther() throws Exception {
        byte[] pdf = PlacedText.twoColumns(3, true);
        assertThat(lines(new PDFParser(), pdf))
                .contains("links 1.4 " + PlacedText.LEFT + " rechts 1.4 " + PlacedText.RIGHT);
        List<String> lines = lines(new ColumnPdfParser(), pdf);
        assertThat(lines).hasSize(3 * (2 * PlacedText.LINES + 3));
        assertThat(lines.subList(0, lines.size() / 3)).isEqualTo(page(1));
        assertThat(lines.subList(2 * lines.size() / 3, lines.size())).isEqualTo(page(3));
    }

    private static List<String> page(int page) {
        int half = PlacedText.LINES / 2;
        return Stream.of(
                        Stream.of(PlacedText.HEAD),
                        block(page, 0, half),
                        Stream.of(PlacedText.HEADING),
                        block(page, half, PlacedText.LINES),
                        Stream.of("Voet " + page))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<String> block(int page, int from, int to) {
        return Stream.concat(
                IntStream.range(from, to)
                        .mapToObj(i -> "links %d.%d %s".formatted(page, i, PlacedText.LEFT)),
                IntStream.range(from, to)
                        .mapToObj(i -> "rechts %d.%d %s".formatted(page, i, PlacedText.RIGHT)));
    }

    @Test
    void whatIsWrittenInOrderStaysAsItIs() throws Exception {
        sameAsPlain(PlacedText.twoColumns(3, false));
        sameAsPlain(PlacedText.oneColumn());
    }

    @Test
    void tablesStayRowByRow() throws Exception {
        sameAsPlain(PlacedText.table(2));
        sameAsPlain(PlacedText.table(4));
        assertThat(lines(new ColumnPdfParser(), PlacedText.table(2)))
                .contains("Post 3 van 3 miljoen 103 euro");
    }

    @Test
    void sharedPdfsStayAsTheyAre() throws Exception {
        for (String folder : List.of("pdf", "kamervragen")) {
            Optional<Path> gold = Gold.folder(folder);
            if (gold.isPresent()) {
                try (Stream<Path> files = Files.list(gold.get())) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                        sameAsPlain(Files.readAllBytes(file));
                    }
                }
            }
        }
    }

    private static void sameAsPlain(byte[] pdf) throws Exception {
        assertThat(lines(new ColumnPdfParser(), pdf)).isEqualTo(lines(new PDFParser(), pdf));
    }

    private static List<String> lines(PDFParser parser, byte[] pdf) throws Exception {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        BodyContentHandler text = new BodyContentHandler(-1);
        try (TikaInputStream in = TikaInputStream.get(pdf)) {
            parser.parse(in, text, new Metadata(), context);
        }
        return text.toString().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
