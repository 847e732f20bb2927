package nl.beleidsradar.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket that holds blobs under {@code <area>/<hash>}; the only class that knows the S3 library.
 * Every call has a time-out, is repeated by the library where that can help, and every byte read or
 * written is held to the hash in the name.
 */
public final class S3Bucket implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int PREFIX = "sha256-".length();
    private static final int MOST_CONNECTIONS = 64;

    private final S3Client client;
    private final SdkHttpClient http;
    private final String name;
    private final long maxBlob;

    /** What came, which may be another thing than was asked for. */
    private record Received(long size, String hash) {}

    public S3Bucket(S3Settings settings) {
        this.name = settings.bucket();
        this.maxBlob = settings.maxBlob().toBytes();
        this.http =
                Apache5HttpClient.builder()
                        .connectionTimeout(settings.connect())
                        .socketTimeout(settings.silence())
                        .connectionAcquisitionTimeout(settings.attempt())
                        .maxConnections(MOST_CONNECTIONS)
                        .build();
        this.client = client(settings, http);
    }

    private static S3Client client(S3Settings settings, SdkHttpClient http) {
        var builder =
                S3Client.builder()
                        .httpClient(http)
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        .credentialsProvider(credentials(settings))
                        // Each blob is held to its own hash; servers differ on the library's.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .overrideConfiguration(o ->
                                o.apiCallAttemptTimeout(settings.attempt())
                                        .apiCallTimeout(settings.call())
                                        .retryStrategy(r -> r.maxAttempts(settings.attempts())));
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        String key = settings.accessKey();
        String secret = settings.secretKey();
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }

    /**
     * Size of a blob in bytes.
     *
     * @throws NoSuchFileException if the bucket does not hold it
     * @throws IOException if the server does not say
     */
    public long size(BlobRef ref) throws IOException {
        try {
            return client.headObject(r -> r.bucket(name).key(ref.toString())).contentLength();
        } catch (SdkException e) {
            throw failure(ref, e);
        }
    }

    /**
     * Copies a blob into a file, which is complete and right unless an exception says otherwise.
     *
     * @throws NoSuchFileException if the bucket does not hold it
     * @throws CorruptBlob if its bytes are not those it is named after
     * @throws BlobTooLarge if it is beyond the limit; not all of it was read
     * @throws IOException if the server does not give it, or the file cannot be written
     */
    public void copy(BlobRef ref, Path file) throws IOException {
        Received received;
        try {
            received =
                    client.getObject(
                            r -> r.bucket(name).key(ref.toString()),
                            (about, body) -> received(body, about.contentLength(), file));
        } catch (SdkException e) {
            throw failure(ref, e);
        }
        if (received.size() > maxBlob) {
            throw new BlobTooLarge(ref, received.size(), maxBlob);
        }
        if (!received.hash().equals(ref.hash())) {
            throw new CorruptBlob(ref, received.hash());
        }
    }

    private Received received(AbortableInputStream body, long announced, Path file) {
        if (announced > maxBlob) {
            body.abort();
            return new Received(announced, "");
        }
        MessageDigest digest = BlobRef.newDigest();
        long size = 0;
        // A further attempt begins the file anew.
        try (InputStream in = body;
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > maxBlob) {
                    body.abort();
                    return new Received(size, "");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            throw RetryableException.builder().message("broken off").cause(e).build();
        }
        return new Received(size, BlobRef.hashOf(digest));
    }

    /**
     * Puts a blob into the bucket, where it appears whole or not at all; the server refuses other
     * bytes than those of the hash. Damaged ones that lie there already are replaced.
     *
     * @throws IOException if the server did not take it
     */
    public void put(BlobRef ref, Path file) throws IOException {
        try {
            client.putObject(
                    r -> r.bucket(name).key(ref.toString()).checksumSHA256(base64(ref)),
                    RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw failure(ref, e);
        }
    }

    private static String base64(BlobRef ref) {
        byte[] digest = HexFormat.of().parseHex(ref.hash().substring(PREFIX));
        return Base64.getEncoder().encodeToString(digest);
    }

    private IOException failure(BlobRef ref, SdkException e) {
        if (e instanceof S3Exception answer && answer.statusCode() == 404 && exists()) {
            return new NoSuchFileException(ref.toString());
        }
        return new IOException("document store: " + ref + ": " + e.getMessage(), e);
    }

    /** A bucket that is not there must not pass for one that holds nothing. */
    private boolean exists() {
        try {
            client.headBucket(r -> r.bucket(name));
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
