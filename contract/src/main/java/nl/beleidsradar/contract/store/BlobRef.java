package nl.beleidsradar.contract.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Key of a blob in the document store, written {@code originals/sha256-…} or {@code
 * texts/sha256-…}.
 *
 * @param hash {@code sha256-<64 hex>} of the blob's bytes
 */
public record BlobRef(Area area, String hash) {

    private static final Pattern HASH = Pattern.compile("sha256-[0-9a-f]{64}");

    /** The two kinds of blobs. */
    public enum Area {
        ORIGINALS,
        TEXTS;

        public String folder() {
            return this == ORIGINALS ? "originals" : "texts";
        }
    }

    public BlobRef {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a content hash: " + hash);
        }
    }

    public static BlobRef original(String contentHash) {
        return new BlobRef(Area.ORIGINALS, contentHash);
    }

    /** The key under which a text is stored: the hash of its UTF-8 bytes. */
    public static BlobRef ofText(String text) {
        return new BlobRef(Area.TEXTS, hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads {@code <area>/<hash>}, the form of a {@code textRef}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static BlobRef parse(String ref) {
        for (Area area : Area.values()) {
            String prefix = area.folder() + "/";
            if (ref.startsWith(prefix)) {
                return new BlobRef(area, ref.substring(prefix.length()));
            }
        }
        throw new IllegalArgumentException("not a document store key: " + ref);
    }

    public static String hash(byte[] bytes) {
        return written(newDigest().digest(bytes));
    }

    /**
     * The hash form of a finished digest of {@link #newDigest()}, for bytes that come as a stream.
     */
    public static String hashOf(MessageDigest digest) {
        return written(digest.digest());
    }

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String written(byte[] digest) {
        return "sha256-" + HexFormat.of().formatHex(digest);
    }

    @Override
    public String toString() {
        return area.folder() + "/" + hash;
    }
}
