package nl.beleidsradar.ingest.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Documents as a scanner or a broken font leaves them, made from a text on the spot. */
public final class ScannedFiles {

    /** Maps every letter to one that no writing uses, as fonts without names for glyphs do. */
    private static final String BROKEN_MAP =
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CMapName /Broken def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            1 beginbfrange <21> <7E> <E021> endbfrange
            endcmap CMapName currentdict /CMap defineresource pop end end
            """;

    /** No higher than what is taken for a page: reading a picture takes time by its size. */
    private static final PDRectangle SHEET = new PDRectangle(612, 300);

    private ScannedFiles() {}

    /**
     * @param text lines of the first page
     * @param pictures lines of each further page, which is a picture
     */
    public static byte[] pdf(List<String> text, List<List<String>> pictures) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            if (!text.isEmpty()) {
                page(pdf, text, false);
            }
            for (List<String> lines : pictures) {
                scan(pdf, lines, "");
            }
            return bytes(pdf);
        }
    }

    /** One page that is a picture, with a few letters of its own put on it. */
    static byte[] stamped(String stamp, List<String> picture) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            scan(pdf, picture, stamp);
            return bytes(pdf);
        }
    }

    /** One page that is a picture, with a file inside. */
    static byte[] withFile(List<String> picture, String name) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            scan(pdf, picture, "");
            TestFiles.embed(pdf, name, "Ingesloten.");
            return bytes(pdf);
        }
    }

    private static void scan(PDDocument pdf, List<String> lines, String stamp) throws IOException {
        PDPage page = new PDPage(SHEET);
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(
                    LosslessFactory.createFromImage(pdf, picture(lines)),
                    0,
                    0,
                    SHEET.getWidth(),
                    SHEET.getHeight());
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(400, 20);
            content.showText(stamp);
            content.endText();
        }
    }

    /** Looks right on paper; its letters are without meaning. */
    public static byte[] garbled(List<String> text) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            page(pdf, text, true);
            return bytes(pdf);
        }
    }

    public static byte[] png(List<String> text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture(text), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage picture(List<String> lines) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            page(pdf, lines, false);
            return new PDFRenderer(pdf).renderImageWithDPI(0, 150, ImageType.GRAY);
        }
    }

    private static void page(PDDocument pdf, List<String> lines, boolean broken)
            throws IOException {
        PDPage page = new PDPage(SHEET);
        pdf.addPage(page);
        PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        if (broken) {
            COSStream map = pdf.getDocument().createCOSStream();
            try (OutputStream out = map.createOutputStream()) {
                out.write(BROKEN_MAP.getBytes(StandardCharsets.US_ASCII));
            }
            font.getCOSObject().setItem(COSName.TO_UNICODE, map);
        }
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.setLeading(18);
            content.newLineAtOffset(72, 150);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}
