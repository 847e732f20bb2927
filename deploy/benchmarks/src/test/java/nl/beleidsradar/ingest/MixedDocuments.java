package nl.beleidsradar.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Documents as they arrive: of a hundred, 93 PDFs, five of a word processor, two pages of HTML. The
 * PDFs are the labelled ones where those are at hand, else made; no two have the same bytes.
 */
final class MixedDocuments {

    private static final String PARAGRAPH =
            "Het kabinet heeft op verzoek van de Kamer onderzocht hoe de cyberweerbaarheid van"
                    + " vitale aanbieders kan worden versterkt, en meldt daarover het volgende. ";
    // Pictures only: without text it is another measurement.
    private static final Set<String> WITHOUT_TEXT = Set.of("blg.pdf");

    private final List<byte[]> pdfs = new ArrayList<>();
    private final boolean real;

    MixedDocuments() throws IOException {
        Path gold =
                Path.of(System.getProperty("beleidsradar.repository", "."))
                        .toAbsolutePath()
                        .normalize()
                        .resolveSibling("shared")
                        .resolve("gold");
        for (String folder : List.of("kamervragen", "pdf")) {
            if (Files.isDirectory(gold.resolve(folder))) {
                try (Stream<Path> files = Files.list(gold.resolve(folder))) {
                    for (Path file : files.sorted().toList()) {
                        String name = String.valueOf(file.getFileName());
                        if (name.endsWith(".pdf") && !WITHOUT_TEXT.contains(name)) {
                            pdfs.add(Files.readAllBytes(file));
                        }
                    }
                }
            }
        }
        real = !pdfs.isEmpty();
        if (!real) {
            pdfs.add(pdf(3));
            pdfs.add(pdf(12));
        }
    }

    boolean isReal() {
        return real;
    }

    byte[] bytes(int n) throws IOException {
        return switch (n % 100) {
            case 10, 30, 50, 70, 90 -> docx(n);
            case 25, 75 -> html(n);
            default -> {
                byte[] pdf = pdfs.get(n % pdfs.size());
                byte[] mark = ("\n% " + n + "\n").getBytes(StandardCharsets.US_ASCII);
                ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + mark.length);
                out.writeBytes(pdf);
                out.writeBytes(mark);
                yield out.toByteArray();
            }
        };
    }

    private static byte[] html(int n) {
        return ("<html><head><title>Stuk " + n + "</title></head><body>")
                .concat(("<p>" + PARAGRAPH + "</p>").repeat(100) + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx(int n) throws IOException {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        String types = "application/vnd.openxmlformats-";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\""
                            + types
                            + "package.relationships+xml\"/><Override"
                            + " PartName=\"/word/document.xml\" ContentType=\""
                            + types
                            + "officedocument.wordprocessingml.document.main+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>");
            part(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\""
                            + word
                            + "\"><w:body>"
                            + ("<w:p><w:r><w:t>" + PARAGRAPH + n + "</w:t></w:r></w:p>").repeat(100)
                            + "</w:body></w:document>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pdf(int pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            for (int p = 0; p < pages; p++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                    content.setLeading(11);
                    content.newLineAtOffset(40, 750);
                    for (int line = 0; line < 50; line++) {
                        content.showText(PARAGRAPH);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            pdf.save(out);
        }
        return out.toByteArray();
    }
}
