package nl.beleidsradar.search.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertCandidate.Follower;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.service.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads records of the candidates' topic, and checks all that the judgement relies on. */
final class Candidates {

    private Candidates() {}

    /**
     * @throws IllegalArgumentException if they are no candidate, with why in few words
     */
    static AlertCandidate read(byte @Nullable [] key, byte @Nullable [] json) {
        if (key == null || json == null) {
            throw new IllegalArgumentException("without key or value");
        }
        try {
            AlertCandidate candidate = EventJson.read(json, AlertCandidate.class);
            // Another key would be another partition, with another memory.
            if (!candidate.recipient().equals(new String(key, UTF_8))) {
                throw new IllegalArgumentException("recipient and key differ");
            }
            Recipient.parse(candidate.recipient());
            for (AlertCandidate.Reason reason : candidate.reasons()) {
                for (Follower follower : reason.followers()) {
                    Objects.requireNonNull(follower.id(), "follower id");
                    Objects.requireNonNull(follower.frequency(), "frequency");
                }
            }
            return candidate;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getClass().getSimpleName(), e);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException("without " + e.getMessage(), e);
        }
    }
}
