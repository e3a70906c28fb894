package dev.quell.asterisk.ami;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The agent who is to lose a caller.
 *
 * @param agent an interface in Asterisk's queues; a name without a slash is none
 */
record Holder(String agent) {
    /** An interface whose channels bear its name. Those of others, such as Local/1001@agents, go by the device behind them once the two are joined. */
    private static final Pattern DEVICE = Pattern.compile("(PJSIP|SIP|IAX2)/[^@/]+");

    /** Whether this is an interface at all. */
    boolean isNamed() {
        return agent.indexOf('/') > 0;
    }

    /** Whether this is that interface. */
    boolean is(String other) {
        return agent.equals(other);
    }

    /** Whether the agent is one of those whom a caller talks with, by the variable BRIDGEPEER: names of channels, by commas; null or empty for nobody. */
    boolean isAmong(@Nullable String peers) {
        if (peers == null || peers.isBlank()) {
            return false;
        }
        return !DEVICE.matcher(agent).matches()
                || Arrays.stream(peers.split(",", -1)).anyMatch(peer -> peer.startsWith(agent + "-"));
    }

    @Override
    public String toString() {
        return agent;
    }
}
