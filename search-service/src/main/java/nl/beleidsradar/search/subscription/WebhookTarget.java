package nl.beleidsradar.search.subscription;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Says which addresses a webhook may lead to: asked for the url when it is saved, and for what its
 * name stands for at the moment of each call.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
public final class WebhookTarget {

    private static final int LONGEST = 2_000;
    private static final int SITE_LOCAL_V6 = 0xfc;
    private static final int SITE_LOCAL_V6_MASK = 0xfe;

    private final boolean localTargets;

    @Autowired
    WebhookTarget(WebhookSettings settings, ServerProperties server) {
        this(
                settings.localTargets() == null
                        ? isLoopback(server.getAddress())
                        : settings.localTargets());
    }

    public WebhookTarget(boolean localTargets) {
        this.localTargets = localTargets;
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    /**
     * What is wrong with a url, as far as it can be told without asking for its name.
     *
     * @return in English; empty where it may be used
     */
    public Optional<String> problem(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("must be an address such as https://example.org/hook");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(localTargets && scheme.equals("http"))) {
            return Optional.of(
                    localTargets
                            ? "must begin with https:// or http://"
                            : "must begin with https://");
        }
        @Nullable String host = uri.getHost();
        if (host == null || uri.getPort() == 0 || uri.getPort() > 0xffff) {
            return Optional.of("must name a host, such as https://example.org/hook");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must not hold a user name or a fragment");
        }
        return namesForbidden(host)
                ? Optional.of("must not lead to this machine or a private network")
                : Optional.empty();
    }

    private boolean namesForbidden(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (!localTargets && (name.equals("localhost") || name.endsWith(".localhost"))) {
            return true;
        }
        try {
            return !mayReach(InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            // A name: what it stands for is looked at when it is called. A number is no name.
            return name.matches("(0x[0-9a-f]+|[0-9]+)(\\.(0x[0-9a-f]+|[0-9]+))*");
        }
    }

    /** Whether a message may be sent to what a name turned out to stand for. */
    public boolean mayReach(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.isLinkLocalAddress()) {
            return false;
        }
        return localTargets || !(address.isLoopbackAddress() || isPrivate(address));
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return address.isSiteLocalAddress()
                    || (bytes[0] & SITE_LOCAL_V6_MASK) == SITE_LOCAL_V6
                    || embedsV4(bytes);
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        // RFC 1918, "this network", shared address space, benchmarks, and what is reserved.
        return address.isSiteLocalAddress()
                || first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** NAT64, 6to4 and Teredo lead to an IPv4 address that is not looked at here. */
    private static boolean embedsV4(byte[] b) {
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean teredo = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0;
        return nat64 || sixToFour || teredo;
    }
}
