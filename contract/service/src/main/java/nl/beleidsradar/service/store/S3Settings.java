package nl.beleidsradar.service.store;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * A bucket of a server that speaks S3. It must exist; reading needs the rights to get objects and
 * to list the bucket (without that one a missing object looks like a forbidden one), ingest also
 * the right to put.
 *
 * @param endpoint of the server; without one, that of AWS in the region
 * @param pathStyle bucket in the path in place of the host name, as most other servers want it
 * @param accessKey with {@code secretKey}; without both, the SDK's own chain is asked (environment,
 *     profile, web identity, instance)
 * @param connect longest wait for a connection
 * @param silence longest wait for the next byte
 * @param attempt longest time of one attempt, transfer included
 * @param call longest time of all attempts of one call together
 * @param attempts at most, of one call
 * @param maxBlob largest blob that is read
 */
public record S3Settings(
        @NotBlank String bucket,
        @Nullable URI endpoint,
        @NotBlank @DefaultValue("eu-west-1") String region,
        @DefaultValue("false") boolean pathStyle,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("3s") @DurationMin(millis = 1) Duration connect,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration silence,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration attempt,
        @DefaultValue("3m") @DurationMin(millis = 1) Duration call,
        @DefaultValue("3") @Min(1) @Max(10) int attempts,
        @DefaultValue("1GB") DataSize maxBlob) {

    @AssertTrue(message = "access-key and secret-key come together or not at all")
    boolean isCredentialWhole() {
        return (accessKey == null) == (secretKey == null);
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "bucket " + bucket + (endpoint == null ? " in " + region : " at " + endpoint);
    }
}
