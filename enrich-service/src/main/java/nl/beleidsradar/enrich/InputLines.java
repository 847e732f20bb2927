package nl.beleidsradar.enrich;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, as bytes; of one that is too long only the fact is kept. */
final class InputLines {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int maxBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number;

    InputLines(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Moves to the next line, and says whether there is one. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        int b = in.read();
        if (b < 0) {
            return false;
        }
        number++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < maxBytes) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    /** Number of the current line, from 1. */
    long number() {
        return number;
    }

    boolean isBlank() {
        if (line.size() > 16 || tooLong) {
            return false;
        }
        for (byte b : line.toByteArray()) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /**
     * @throws IllegalArgumentException if the line is too long
     */
    byte[] bytes() {
        if (tooLong) {
            throw new IllegalArgumentException("longer than " + maxBytes + " bytes");
        }
        byte[] bytes = line.toByteArray();
        return number == 1 && startsWithMark(bytes)
                ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length)
                : bytes;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
