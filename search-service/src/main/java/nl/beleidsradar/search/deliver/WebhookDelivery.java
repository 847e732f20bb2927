package nl.beleidsradar.search.deliver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.WebhookTarget;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts one alert to a webhook, signed as Standard Webhooks has it. Only an answer 2xx in time is
 * acceptance; 410 says that no more is wanted; everything else, redirects too, is tried again.
 */
@Component
final class WebhookDelivery implements AlertDelivery {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final int GONE = 410;

    private final Followers followers;
    private final Duration answerTimeout;
    private final WebhookTarget allowed;
    private final Clock clock = Clock.systemUTC();
    private final HttpClient http;

    WebhookDelivery(Followers followers, DeliverySettings settings, WebhookTarget allowed) {
        this.followers = followers;
        this.answerTimeout = settings.answerTimeout();
        this.allowed = allowed;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.WEBHOOK;
    }

    @Override
    public Attempt deliver(Letter letter) {
        URI target = URI.create(Objects.requireNonNull(letter.recipient().address()));
        AlertRaised alert = letter.alerts().getFirst();
        try {
            if (!mayReach(target.getHost())) {
                return again("forbidden-address", "het adres ligt in een besloten netwerk");
            }
            List<Subscription> live = followers.live(letter.recipient(), alert.subscriptions());
            return post(request(target, letter.message(), alert, live));
        } catch (UnknownHostException e) {
            return new Attempt.Again("unknown-host", "de servernaam bestaat niet", null, false);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            return again("signing", "het bericht kan niet worden ondertekend");
        }
    }

    /**
     * The Java run-time keeps what it looked up for some seconds, so that the connection made right
     * after this goes to the addresses that were looked at.
     */
    private boolean mayReach(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!allowed.mayReach(address)) {
                return false;
            }
        }
        return true;
    }

    private HttpRequest request(
            URI target, String id, AlertRaised alert, List<Subscription> subscriptions)
            throws EmptyWebhookSecretException, WebhookSigningException {
        Instant now = clock.instant();
        String body = JSON.writeValueAsString(WebhookMessage.of(alert));
        return HttpRequest.newBuilder(target)
                .timeout(answerTimeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Beleidsradar")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signatures(id, now, body, subscriptions))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    /** One for each key that has not expired: while keys change, the receiver may know either. */
    private static String signatures(
            String id, Instant now, String body, List<Subscription> subscriptions)
            throws EmptyWebhookSecretException, WebhookSigningException {
        List<String> keys =
                subscriptions.stream()
                        .flatMap(s -> s.channel().secrets().stream())
                        .filter(s -> valid(s.expires(), now))
                        .map(Channel.Secret::value)
                        .distinct()
                        .toList();
        if (keys.isEmpty()) {
            throw new WebhookSigningException("no key");
        }
        StringBuilder all = new StringBuilder();
        for (String key : keys) {
            all.append(all.isEmpty() ? "" : " ")
                    .append(new Webhook(key).sign(id, now.getEpochSecond(), body));
        }
        return all.toString();
    }

    private static boolean valid(@Nullable Instant expires, Instant now) {
        return expires == null || expires.isAfter(now);
    }

    private Attempt post(HttpRequest request) {
        // The status counts even if the rest of the answer never comes.
        AtomicReference<HttpResponse.ResponseInfo> head = new AtomicReference<>();
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(
                        request,
                        info -> {
                            head.set(info);
                            return new ShortAnswer();
                        });
        try {
            answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            if (head.get() == null) {
                return again(
                        "timed-out", "geen antwoord binnen " + answerTimeout.toSeconds() + " s");
            }
        } catch (ExecutionException e) {
            if (head.get() == null) {
                return failed(e.getCause());
            }
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Attempt.Again("stopped", "onderbroken", null, true);
        }
        HttpResponse.ResponseInfo info = head.get();
        return info == null ? again("broken-answer", "onleesbaar antwoord") : judge(info);
    }

    private static Attempt failed(@Nullable Throwable cause) {
        return switch (cause) {
            case java.net.http.HttpTimeoutException _ ->
                    again("timed-out", "geen verbinding of antwoord binnen de tijd");
            case ConnectException _ -> again("unreachable", "geen verbinding mogelijk");
            case javax.net.ssl.SSLException _ ->
                    again("tls", "de beveiligde verbinding is niet in orde");
            case IOException _ -> again("broken-connection", "de verbinding werd verbroken");
            case null, default ->
                    again(
                            "error",
                            "onverwachte fout: "
                                    + (cause == null ? "" : cause.getClass().getSimpleName()));
        };
    }

    private Attempt judge(HttpResponse.ResponseInfo info) {
        int status = info.statusCode();
        if (status >= 200 && status < 300) {
            return new Attempt.Accepted();
        }
        if (status == GONE) {
            return new Attempt.Refused(
                    "gone", "de ontvanger antwoordt dat het adres is vervallen (410)");
        }
        Duration wait =
                info.headers()
                        .firstValue("Retry-After")
                        .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                        .orElse(null);
        String reason = status / 100 == 3 ? "redirect" : "status-" + status / 100 + "xx";
        return new Attempt.Again(reason, "de ontvanger antwoordt met " + status, wait, false);
    }

    private static Attempt.Again again(String reason, String detail) {
        return new Attempt.Again(reason, detail, null, false);
    }
}
