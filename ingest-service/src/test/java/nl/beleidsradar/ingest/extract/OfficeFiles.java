package nl.beleidsradar.ingest.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TextBox;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Files as office programs write them. */
final class OfficeFiles {

    private OfficeFiles() {}

    static byte[] xlsx(String sheet, List<List<Object>> rows) throws IOException {
        return workbook(new XSSFWorkbook(), sheet, rows);
    }

    static byte[] xls(String sheet, List<List<Object>> rows) throws IOException {
        return workbook(new HSSFWorkbook(), sheet, rows);
    }

    private static byte[] workbook(Workbook workbook, String name, List<List<Object>> rows)
            throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet(name);
            for (List<Object> cells : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i) instanceof Number number) {
                        row.createCell(i).setCellValue(number.doubleValue());
                    } else {
                        row.createCell(i).setCellValue(cells.get(i).toString());
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    static byte[] pptx(List<String> slides) throws IOException {
        return slides(new XMLSlideShow(), slides);
    }

    static byte[] ppt(List<String> slides) throws IOException {
        return slides(new HSLFSlideShow(), slides);
    }

    private static byte[] slides(SlideShow<?, ?> show, List<String> texts) throws IOException {
        try (show;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : texts) {
                Slide<?, ?> slide = show.createSlide();
                TextBox<?, ?> box = slide.createTextBox();
                box.setText(text);
            }
            show.write(out);
            return out.toByteArray();
        }
    }

    /** A paragraph, a table and another paragraph. */
    static byte[] docx(String before, List<List<String>> rows, String after) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(before);
            XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < rows.get(row).size(); cell++) {
                    table.getRow(row).getCell(cell).setText(rows.get(row).get(cell));
                }
            }
            document.createParagraph().createRun().setText(after);
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] odt(String heading, String paragraph) throws IOException {
        return TestFiles.zip(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text><text:h text:outline-level="1">%s</text:h><text:p>%s</text:p></office:text></office:body></office:document-content>\
                """
                        .formatted(heading, paragraph));
    }

    /** One of the parsers' own test files, by the end of its name. */
    static byte[] published(String name) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "hostile"))) {
            for (Path jar : jars.sorted().toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    var entry =
                            file.stream().filter(e -> e.getName().endsWith("/" + name)).findFirst();
                    if (entry.isPresent()) {
                        try (InputStream in = file.getInputStream(entry.get())) {
                            return in.readAllBytes();
                        }
                    }
                }
            }
        }
        throw new IOException("no test file " + name);
    }
}
