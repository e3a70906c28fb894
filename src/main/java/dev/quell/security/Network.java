package dev.quell.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whom an address belongs to, as far as limits are concerned: an IPv4 address is one party's, of IPv6 a /64 is, the least that a provider gives away. */
public final class Network {

    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** What limits count by: an IPv4 address as it is, the first half of an IPv6 address; any other text as it is. */
    public static String of(String address) {
        int zone = address.indexOf('%');
        try {
            InetAddress read = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
            return read instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES) + "/64"
                    : read.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
