package nl.beleidsradar.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.BiFunction;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.contract.store.BlobRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON bytes: absent values left out, unknown fields ignored, the text replaced by its
 * key in the document store where the whole would exceed {@link Events#MAX_INLINE}. The text must
 * be in the store already.
 */
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(16 * Events.MAX_INLINE)
                                                    .build())
                                    .build())
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private EventJson() {}

    public static byte[] write(DocumentExtracted event) {
        return write(event, event.text(), DocumentExtracted::withTextRef);
    }

    public static byte[] write(DocumentEnriched event) {
        return write(event, event.document().text(), DocumentEnriched::withTextRef);
    }

    public static byte[] write(ThemeChanged event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static byte[] write(ArchiveRetagged event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static byte[] write(Subscription event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static byte[] write(AlertCandidate event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static byte[] write(AlertRaised event) {
        return MAPPER.writeValueAsBytes(event);
    }

    public static byte[] write(AlertDelivered event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /**
     * @throws tools.jackson.core.JacksonException if the bytes are no such event
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static <T> byte[] write(
            T event, @Nullable String text, BiFunction<T, String, T> withTextRef) {
        // A text longer than the limit cannot fit: spare the memory of serialising it.
        if (text != null && text.length() > Events.MAX_INLINE) {
            return MAPPER.writeValueAsBytes(claimCheck(event, text, withTextRef));
        }
        byte[] json = MAPPER.writeValueAsBytes(event);
        return text == null || json.length <= Events.MAX_INLINE
                ? json
                : MAPPER.writeValueAsBytes(claimCheck(event, text, withTextRef));
    }

    private static <T> T claimCheck(T event, String text, BiFunction<T, String, T> withTextRef) {
        return withTextRef.apply(event, BlobRef.ofText(text).toString());
    }
}
