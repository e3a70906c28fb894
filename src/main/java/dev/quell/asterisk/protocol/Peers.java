package dev.quell.asterisk.protocol;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The hosts that may ask. */
public final class Peers {

    private final Set<InetAddress> allowed = new HashSet<>();
    private final String named;

    /** @throws IllegalArgumentException if a host is not known by that name */
    public Peers(List<String> hosts) {
        named = String.join(", ", hosts);
        for (String host : hosts) {
            try {
                allowed.addAll(List.of(InetAddress.getAllByName(host)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(
                        "quell.asterisk.agi.peers has '" + host
                                + "', which is neither an address nor the name of a host",
                        e);
            }
        }
    }

    /** Lets a host ask or not. */
    public void check(InetAddress host) throws RefusedException {
        if (!allowed.contains(host)) {
            throw new RefusedException(
                    Refusal.PEER,
                    "the host is not among quell.asterisk.agi.peers, which are " + named
                            + "; add it there if it is yours");
        }
    }
}
