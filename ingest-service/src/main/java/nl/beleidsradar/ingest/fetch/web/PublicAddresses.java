package nl.beleidsradar.ingest.fetch.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a host and refuses those inside a network. The connection is made to the
 * very addresses that were looked at, so a name that changes its address meanwhile gains nothing.
 */
final class PublicAddresses implements DnsResolver {

    /** A host is at an address where nothing is fetched from. */
    static final class PrivateAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        PrivateAddress(String host) {
            super(host + " is at a private address");
        }
    }

    private final boolean allowPrivate;

    PublicAddresses(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!allowPrivate) {
            for (InetAddress address : all) {
                if (isPrivate(address)) {
                    throw new PrivateAddress(host);
                }
            }
        }
        return all;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPrivate(InetAddress address) {
        byte[] b = address.getAddress();
        boolean special =
                address instanceof Inet4Address
                        // "This" network, shared (100.64/10), protocol, benchmark and reserved.
                        ? b[0] == 0
                                || (b[0] == 100 && (b[1] & 0xC0) == 64)
                                || (b[0] == (byte) 192 && b[1] == 0 && b[2] == 0)
                                || (b[0] == (byte) 198 && (b[1] & 0xFE) == 18)
                                || (b[0] & 0xF0) == 0xF0
                        // Unique local, and addresses that wrap an IPv4 one.
                        : (b[0] & 0xFE) == 0xFC
                                || (b[0] == 0x20 && b[1] == 0x02)
                                || (b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xFF)
                                || (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0);
        return special
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
