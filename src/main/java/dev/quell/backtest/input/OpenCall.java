package dev.quell.backtest.input;

import dev.quell.call.HangupSide;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call whose legs are being joined. */
final class OpenCall {

    /** The length of {@code -0000001f}, which Asterisk puts behind a channel's name. */
    private static final int SERIAL = 9;

    private Leg lead;
    private Instant start;
    private Instant end;
    private @Nullable Instant answer;
    private long line;
    private int legs = 1;

    OpenCall(Leg first) {
        lead = first;
        start = first.start();
        end = first.end();
        line = first.line();
        answered(first);
    }

    /** Whether a leg of the same key is of this call and not of a later one that got the same channel name. */
    boolean near(Leg leg, Duration gap) {
        return leg.sure()
                || (leg.caller().equals(lead.caller())
                        && !leg.start().isAfter(end.plus(gap))
                        && !leg.end().isBefore(start.minus(gap)));
    }

    void join(Leg leg) {
        legs++;
        // Of several first legs the last tells how it ended; a first leg leads before any other.
        if (leg.first() || !lead.first()) {
            lead = leg;
        }
        start = start.isBefore(leg.start()) ? start : leg.start();
        end = end.isAfter(leg.end()) ? end : leg.end();
        line = Math.min(line, leg.line());
        answered(leg);
    }

    private void answered(Leg leg) {
        if (leg.disposition() == RecordedDisposition.ANSWERED) {
            Instant answeredAt = leg.end().minus(leg.answered());
            answer = answer == null || answeredAt.isBefore(answer) ? answeredAt : answer;
        }
    }

    int legs() {
        return legs;
    }

    String context() {
        return lead.context();
    }

    String channel() {
        return lead.channel();
    }

    RecordedCall call() {
        return new RecordedCall(
                lead.caller(),
                lead.callee(),
                start,
                Duration.between(start, end),
                answer == null ? Duration.ZERO : Duration.between(answer, end),
                answer == null ? lead.disposition() : RecordedDisposition.ANSWERED,
                trunk(lead.channel()),
                HangupSide.UNKNOWN,
                Optional.empty(),
                line);
    }

    /** The endpoint of a channel: {@code trunk-a} of {@code PJSIP/trunk-a-0000001f}. */
    static String trunk(String channel) {
        int half = channel.endsWith(";1") || channel.endsWith(";2") ? 2 : 0;
        int dash = channel.length() - half - SERIAL;
        int slash = channel.indexOf('/') + 1;
        return dash >= slash && channel.charAt(dash) == '-' ? channel.substring(slash, dash) : channel.substring(slash);
    }
}
