package nl.beleidsradar.search.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that nobody can guess. */
public final class Tokens {

    private static final int TOKEN_BYTES = 16;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** 128 bits in base64url. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    /** The key of a webhook, as Standard Webhooks writes it. */
    static String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(random(SECRET_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** In a time that does not tell how much of it is right. */
    public static boolean isEqual(String given, String token) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
