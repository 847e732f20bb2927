package nl.beleidsradar.ingest.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDFs whose lines are put at places, in an order that may differ from that of reading. */
public final class PlacedText {

    public static final int LINES = 24;
    public static final String LEFT = "van het besluit, gelet op de wet";
    public static final String RIGHT = "met de woorden die een regel vullen";
    public static final String HEAD =
            "Publicatieblad van de Europese Unie, een kop boven beide kolommen van het blad";
    public static final String HEADING =
            "Verordening van de Raad, een opschrift dat halverwege over beide kolommen loopt";

    private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private PlacedText() {}

    /** A page has a head, a heading half-way down and a foot over the whole width. */
    public static byte[] twoColumns(int pages, boolean lineByLine) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                try (PDPageContentStream content = page(pdf)) {
                    show(content, 72, 750, HEAD);
                    block(content, page, 0, LINES / 2, lineByLine);
                    show(content, 72, 708 - 12 * (LINES / 2f), HEADING);
                    block(content, page, LINES / 2, LINES, lineByLine);
                    show(content, 72, 40, "Voet");
                    show(content, 500, 40, Integer.toString(page));
                }
            }
            return bytes(pdf);
        }
    }

    private static void block(
            PDPageContentStream content, int page, int from, int to, boolean lineByLine)
            throws IOException {
        for (int i = from; i < to; i++) {
            show(content, 72, y(i), "links %d.%d %s".formatted(page, i, LEFT));
            if (lineByLine) {
                show(content, 310, y(i), "rechts %d.%d %s".formatted(page, i, RIGHT));
            }
        }
        for (int i = from; i < to && !lineByLine; i++) {
            show(content, 310, y(i), "rechts %d.%d %s".formatted(page, i, RIGHT));
        }
    }

    private static float y(int line) {
        return (line < LINES / 2 ? 720 : 680) - 12 * line;
    }

    public static byte[] oneColumn() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (PDPageContentStream content = page(pdf)) {
                for (int i = 0; i < 50; i++) {
                    show(content, 72, 740 - 13 * i, "Regel " + i + " " + LEFT + " " + RIGHT);
                }
            }
            return bytes(pdf);
        }
    }

    /** Rows of a name, as long as it happens to be, and numbers. */
    public static byte[] table(int columns) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (PDPageContentStream content = page(pdf)) {
                for (int row = 0; row < 40; row++) {
                    show(
                            content,
                            72,
                            740 - 13 * row,
                            "Post "
                                    + row
                                    + " van"
                                    + " 3 miljoen".repeat(row % 4 + (row == 3 ? -2 : 0)));
                    for (int column = 1; column < columns; column++) {
                        show(
                                content,
                                72 + 420f / columns * column,
                                740 - 13 * row,
                                "10" + row + " euro");
                    }
                }
            }
            return bytes(pdf);
        }
    }

    private static PDPageContentStream page(PDDocument pdf) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        return new PDPageContentStream(pdf, page);
    }

    private static void show(PDPageContentStream content, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(FONT, 10);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}
