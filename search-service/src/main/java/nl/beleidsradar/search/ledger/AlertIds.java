package nl.beleidsradar.search.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import nl.beleidsradar.contract.alert.AlertCandidate;

/** Ids that are the same whenever the same event is judged again: 128 bits in base64url. */
final class AlertIds {

    private static final int BYTES = 16;

    private AlertIds() {}

    static String of(AlertCandidate candidate) {
        return hash(parts(candidate));
    }

    /** Of a further part of an event whose first part is an alert already. */
    static String ofPart(AlertCandidate candidate, Collection<LedgerKey> learned) {
        return hash(
                parts(candidate)
                        + "\0"
                        + String.join(
                                "\0", learned.stream().map(LedgerKey::text).sorted().toList()));
    }

    private static String parts(AlertCandidate candidate) {
        return candidate.recipient()
                + "\0"
                + candidate.document().id()
                + "\0"
                + candidate.version();
    }

    private static String hash(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
