package nl.beleidsradar.ingest.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import nl.beleidsradar.service.BadRequest;

/** Where a page of failures ended, as the opaque {@code after} of the next. */
record FailurePlace(String documentId, String stage, String key) {

    static String after(Failure last) {
        String place = last.documentId() + "\n" + last.stage() + "\n" + last.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /**
     * @throws BadRequest if it was not given by {@link #after}
     */
    static FailurePlace parse(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), UTF_8).split("\n", 3);
            if (parts.length == 3) {
                return new FailurePlace(parts[0], parts[1], parts[2]);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new BadRequest("after must be the next of a page of failures");
    }

    boolean isBefore(Failure failure) {
        int byId = documentId.compareTo(failure.documentId());
        int byStage = byId != 0 ? byId : stage.compareTo(failure.stage());
        return (byStage != 0 ? byStage : key.compareTo(failure.key())) < 0;
    }
}
