package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.CallChannel;
import java.util.OptionalLong;
import org.asteriskjava.fastagi.AgiException;
import org.jspecify.annotations.Nullable;

/** Counts a caller's RTP packets from a moment on. Once some have come, Asterisk is not asked again: more would tell no more. */
final class PacketCount {

    private static final String RECEIVED = "${CHANNEL(rtcp,rxcount)}";

    private final CallChannel channel;
    private final OptionalLong before;
    private OptionalLong since = OptionalLong.empty();

    private PacketCount(CallChannel channel, OptionalLong before) {
        this.channel = channel;
        this.before = before;
    }

    static PacketCount begin(CallChannel channel) throws AgiException {
        return new PacketCount(channel, ask(channel));
    }

    /** Packets since the beginning, at least; empty if this channel does not count them. */
    OptionalLong sinceBegin() throws AgiException {
        if (before.isPresent() && since.orElse(0) == 0) {
            OptionalLong now = ask(channel);
            since = now.isPresent() ? OptionalLong.of(grown(before.getAsLong(), now.getAsLong())) : now;
        }
        return since;
    }

    /** A count that fell began anew, with a new stream perhaps: what it shows came since. */
    private static long grown(long before, long now) {
        return now < before ? now : now - before;
    }

    private static OptionalLong ask(CallChannel channel) throws AgiException {
        return read(channel.getFullVariable(RECEIVED));
    }

    private static OptionalLong read(@Nullable String count) {
        boolean number = count != null
                && !count.isEmpty()
                && count.length() <= 18
                && count.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(count)) : OptionalLong.empty();
    }
}
