package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.SubscriptionDraft;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a subscription from the JSON of a request. What the service itself decides on may be sent
 * along, as it was given, and changes nothing; any other name is an error, so that a mistyped one
 * is noticed.
 *
 * @param version what the caller has seen, where the body says so
 */
record SubscriptionBody(SubscriptionDraft draft, @Nullable Integer version) {

    static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> GIVEN_BACK =
            Set.of("id", "message", "created", "changed", "links");
    private static final Set<String> CHANNEL_GIVEN_BACK = Set.of("secret", "confirmed");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * @throws BadRequest naming the field that cannot be used
     * @throws ErrorResponseException 413 or 415
     */
    static SubscriptionBody of(HttpServletRequest request) throws IOException {
        @Nullable String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "a subscription has at most " + MOST_BYTES + " bytes");
        }
        try {
            return read(new Fields("", JSON.readTree(body)));
        } catch (JacksonException e) {
            throw new BadRequest("the body must be one JSON object without names given twice");
        }
    }

    private static SubscriptionBody read(Fields body) {
        body.allow(
                Set.of(
                        "name",
                        "follow",
                        "minStrength",
                        "channel",
                        "frequency",
                        "retroactive",
                        "state",
                        "version"),
                GIVEN_BACK);
        Fields follow = body.object("follow");
        follow.allow(Set.of("theme", "query", "dossier", "reference", "source", "type"), Set.of());
        Fields channel = body.object("channel");
        channel.allow(Set.of("kind", "to"), CHANNEL_GIVEN_BACK);
        Channel.@Nullable Kind kind = channel.oneOf("kind", Channel.Kind.values());
        var draft =
                new SubscriptionDraft(
                        body.text("name"),
                        new Follow(
                                follow.text("theme"),
                                follow.text("query"),
                                follow.text("dossier"),
                                follow.text("reference"),
                                follow.text("source"),
                                follow.text("type")),
                        body.oneOf("minStrength", Strength.values()),
                        kind == null ? Channel.Kind.INBOX : kind,
                        channel.text("to"),
                        body.oneOf("frequency", Frequency.values()),
                        body.flag("retroactive"),
                        body.oneOf("state", Subscription.State.values()));
        return new SubscriptionBody(draft, body.number("version"));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /**
     * The fields of one object, each error naming the field; null counts as absent.
     *
     * @param in names of the objects around it, each with a dot
     */
    private record Fields(String in, JsonNode node) {

        Fields {
            if (!node.isObject() && !node.isMissingNode()) {
                throw new BadRequest(
                        (in.isEmpty() ? "the body" : in.substring(0, in.length() - 1))
                                + " must be a JSON object");
            }
        }

        void allow(Set<String> names, Set<String> ignored) {
            for (String name : node.propertyNames()) {
                if (!names.contains(name) && !ignored.contains(name)) {
                    String shown = name.length() > 50 ? name.substring(0, 50) + "…" : name;
                    throw new BadRequest(
                            in
                                    + shown
                                    + " is unknown; known are "
                                    + names.stream().sorted().collect(Collectors.joining(", ")));
                }
            }
        }

        private @Nullable JsonNode value(String name) {
            @Nullable JsonNode value = node.get(name);
            return value == null || value.isNull() ? null : value;
        }

        Fields object(String name) {
            @Nullable JsonNode value = value(name);
            return new Fields(in + name + ".", value == null ? JSON.missingNode() : value);
        }

        @Nullable String text(String name) {
            @Nullable JsonNode value = value(name);
            if (value == null) {
                return null;
            }
            if (!value.isString()) {
                throw new BadRequest(in + name + " must be a string");
            }
            return value.stringValue();
        }

        boolean flag(String name) {
            @Nullable JsonNode value = value(name);
            if (value != null && !value.isBoolean()) {
                throw new BadRequest(in + name + " must be true or false");
            }
            return value != null && value.booleanValue();
        }

        @Nullable Integer number(String name) {
            @Nullable JsonNode value = value(name);
            if (value == null) {
                return null;
            }
            if (!value.isInt()) {
                throw new BadRequest(in + name + " must be a whole number");
            }
            return value.intValue();
        }

        <E extends Enum<E>> @Nullable E oneOf(String name, E[] constants) {
            @Nullable String value = text(name);
            if (value == null) {
                return null;
            }
            for (E constant : constants) {
                if (constant.toString().equals(value)) {
                    return constant;
                }
            }
            throw new BadRequest(
                    in
                            + name
                            + " must be one of "
                            + Arrays.stream(constants)
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")));
        }
    }
}
