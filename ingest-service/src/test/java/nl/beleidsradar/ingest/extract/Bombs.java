package nl.beleidsradar.ingest.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are small and want to be enormous, or deep, or to reach out; made on the spot. */
final class Bombs {

    private static final int MEGABYTE = 1024 * 1024;

    private Bombs() {}

    /** A zip in a zip in a zip … each level twice. */
    static byte[] nestedZip(int levels) throws IOException {
        byte[] inner = TestFiles.zip("diep.txt", "diep");
        for (int i = 0; i < levels; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (String name : new String[] {"links.zip", "rechts.zip"}) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(inner);
                }
            }
            inner = out.toByteArray();
        }
        return inner;
    }

    /** Every entry of the directory is the same 100 MB of compressed data: no sum betrays it. */
    static byte[] overlappingZip(int entries) {
        byte[] content = new byte[100 * MEGABYTE];
        byte[] packed = deflated(content, true);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] name = {'0', '0', '0', '0', '.', 't', 'x', 't'};
        ByteBuffer local = littleEndian(30);
        local.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 8);
        local.putInt(0).putInt((int) crc.getValue()).putInt(packed.length).putInt(content.length);
        local.putShort((short) name.length).putShort((short) 0);
        out.writeBytes(local.array());
        out.writeBytes(name);
        out.writeBytes(packed);
        int directory = out.size();
        for (int i = 0; i < entries; i++) {
            byte[] own = "%04d.txt".formatted(i).getBytes(StandardCharsets.US_ASCII);
            ByteBuffer central = littleEndian(46);
            central.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
            central.putShort((short) 0).putShort((short) 8).putInt(0);
            central.putInt((int) crc.getValue()).putInt(packed.length).putInt(content.length);
            central.putShort((short) own.length);
            out.writeBytes(central.array());
            out.writeBytes(own);
        }
        ByteBuffer end = littleEndian(22);
        end.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        end.putInt(out.size() - directory).putInt(directory).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    static byte[] manyEntries(int entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                ZipEntry entry = new ZipEntry(Integer.toString(i, 36));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(1);
                entry.setCrc(0xE8B7BE43L);
                zip.putNextEntry(entry);
                zip.write('a');
            }
        }
        return out.toByteArray();
    }

    static byte[] gzip(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            fill(gzip, 'a', megabytes);
        }
        return out.toByteArray();
    }

    /** A word processor's file whose one part grows to so many megabytes. */
    static byte[] office(int megabytes) throws IOException {
        byte[] small = TestFiles.docx("MIDDEN");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(small));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(e.getName()));
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int middle = part.indexOf("MIDDEN");
                if (middle < 0) {
                    zip.write(part.getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(part.substring(0, middle).getBytes(StandardCharsets.UTF_8));
                    fill(zip, 'a', megabytes);
                    zip.write(part.substring(middle).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    static byte[] billionLaughs() {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i <= 12; i++) {
            xml.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return ascii(xml.append("]><a>&l12;</a>").toString());
    }

    static byte[] nested(String open, String middle, String close, int depth) {
        return ascii(open.repeat(depth) + middle + close.repeat(depth));
    }

    static byte[] nestedMail(int depth) {
        StringBuilder mail = new StringBuilder("From: a@example.org\nSubject: diep\n");
        for (int i = 0; i < depth; i++) {
            mail.append(
                    "Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n".formatted(i, i));
        }
        return ascii(mail.append("Content-Type: text/plain\n\ndiep\n").toString());
    }

    /** A page tree of so many pages, each with a line of text. */
    static byte[] pages(int pages) {
        Pdf pdf = new Pdf();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            kids.append(5 + i).append(" 0 R ");
        }
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count %d/Kids[%s]>>".formatted(pages, kids));
        pdf.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        pdf.stream("", ascii("BT /F 12 Tf 72 700 Td (blad) Tj ET"));
        for (int i = 0; i < pages; i++) {
            pdf.object(
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                            + "/Resources<</Font<</F 3 0 R>>>>>>");
        }
        return pdf.finished();
    }

    /** A page whose drawing instructions unpack to so many megabytes of blanks. */
    static byte[] pdfStream(int megabytes) {
        byte[] blanks = new byte[megabytes * MEGABYTE];
        Arrays.fill(blanks, (byte) ' ');
        Pdf pdf = new Pdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>");
        pdf.stream("/Filter/FlateDecode", deflated(blanks, false));
        return pdf.finished();
    }

    /** A form whose XML wants to read something from elsewhere. */
    static byte[] xfa(String external) {
        String xml =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><template xmlns=\"http://www.xfa.org/schema/xfa-template/2.8/\"><subform><field name=\"a\"><assist><speak>&e;</speak></assist></field></subform></template></xdp:xdp>"
                        .formatted(external);
        Pdf pdf = new Pdf();
        pdf.object("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 4 0 R>>>>");
        pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>");
        pdf.stream("", ascii(xml));
        return pdf.finished();
    }

    /** Writes the objects of a PDF one after the other and then where each begins. */
    private static final class Pdf {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final StringBuilder starts = new StringBuilder("0000000000 65535 f \n");
        private int objects;

        Pdf() {
            out.writeBytes(ascii("%PDF-1.7\n"));
        }

        void object(String content) {
            begin();
            out.writeBytes(ascii(content + "\nendobj\n"));
        }

        void stream(String entries, byte[] content) {
            begin();
            out.writeBytes(ascii("<</Length %d%s>>\nstream\n".formatted(content.length, entries)));
            out.writeBytes(content);
            out.writeBytes(ascii("\nendstream\nendobj\n"));
        }

        private void begin() {
            starts.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(ascii(++objects + " 0 obj\n"));
        }

        byte[] finished() {
            int table = out.size();
            out.writeBytes(
                    ascii(
                            "xref\n0 %d\n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                                    .formatted(objects + 1, starts, objects + 1, table)));
            return out.toByteArray();
        }
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflated(byte[] content, boolean bare) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed =
                new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, bare))) {
            packed.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void fill(OutputStream out, char with, int megabytes) throws IOException {
        byte[] block = new byte[MEGABYTE];
        Arrays.fill(block, (byte) with);
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
