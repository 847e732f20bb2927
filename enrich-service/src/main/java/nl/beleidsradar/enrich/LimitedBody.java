package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nl.beleidsradar.service.BadRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The body of a request, read up to a limit. */
final class LimitedBody {

    private LimitedBody() {}

    /**
     * @param limit in bytes
     * @throws ErrorResponseException 413 above the limit
     */
    static byte[] bytes(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (bytes.length == limit && body.read() >= 0) {
            throw new ErrorResponseException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "the body may have at most " + limit + " bytes"),
                    null);
        }
        return bytes;
    }

    /**
     * @throws BadRequest if there is none, or it is not UTF-8
     */
    static String text(InputStream body, int limit) throws IOException {
        byte[] bytes = bytes(body, limit);
        if (bytes.length == 0) {
            throw new BadRequest("text is missing");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("the text is not UTF-8");
        }
    }
}
