package dev.quell.webhook.delivery;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie in the public Internet, by the registries of special-purpose addresses of IANA (RFC 6890): not this machine, no private network, no
 * carrier's (RFC 6598), no link, no multicast, nothing that hides an IPv4 address which is one of those (mapped, NAT64, 6to4, Teredo).
 */
public final class PublicAddresses {

    private static final List<Range> SPECIAL_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final List<Range> GLOBAL_V6 = ranges("2000::/3");
    private static final List<Range> SPECIAL_V6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");
    private static final List<Range> NAT64 = ranges("64:ff9b::/96");
    private static final int V4_IN_V6 = 12;

    private PublicAddresses() {}

    /** Whether an address is public. */
    public static boolean has(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !within(SPECIAL_V4, address);
        }
        return within(NAT64, address)
                ? has(embedded(address))
                : within(GLOBAL_V6, address) && !within(SPECIAL_V6, address);
    }

    private static InetAddress embedded(InetAddress address) {
        byte[] all = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(all, V4_IN_V6, all.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean within(List<Range> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::parse).toList();
    }

    /** Addresses that begin alike. */
    private record Range(BigInteger start, int length, int bits) {

        static Range parse(String text) {
            String[] parts = text.split("/", 2);
            byte[] start = InetAddress.ofLiteral(parts[0]).getAddress();
            return new Range(new BigInteger(1, start), start.length, Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            int rest = Byte.SIZE * length - bits;
            return address.length == length
                    && new BigInteger(1, address).shiftRight(rest).equals(start.shiftRight(rest));
        }
    }
}
