package dev.quell.testing;

import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.screening.CallScreened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes ends of calls for tests: 20 s with an agent, 1,000 packets, hung up by the agent, changed where the test says so. */
public final class EndBuilder {

    private CallId id = new CallId("pbx", "1763800000.1");
    private Optional<CallToken> token = Optional.empty();
    private List<WayStep> way = List.of(WayStep.PASS);
    private Duration answered = Duration.ofSeconds(20);
    private Optional<Duration> withAgent = Optional.of(Duration.ofSeconds(20));
    private HangupSide side = HangupSide.OTHER;
    private OptionalLong packets = OptionalLong.of(1000);
    private String queue = "support";
    private String agent = "PJSIP/1001";

    public static EndBuilder anEnd() {
        return new EndBuilder();
    }

    public EndBuilder of(CallScreened call) {
        id = call.call().id();
        token = Optional.of(call.token());
        return this;
    }

    public EndBuilder id(CallId call) {
        id = call;
        return this;
    }

    public EndBuilder token(CallToken shown) {
        token = Optional.of(shown);
        return this;
    }

    /** Words joined by hyphens, as the dialplan tells them. */
    public EndBuilder way(String words) {
        way = WayStep.parse(words);
        return this;
    }

    public EndBuilder answered(long seconds) {
        answered = Duration.ofSeconds(seconds);
        return this;
    }

    /** With an agent for so long; negative: not known how long. */
    public EndBuilder withAgent(long seconds) {
        withAgent = seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        answered = seconds < 0 ? answered : Duration.ofSeconds(seconds);
        return this;
    }

    public EndBuilder noAgent() {
        withAgent = Optional.of(Duration.ZERO);
        agent = "";
        return this;
    }

    public EndBuilder agent(String name) {
        agent = name;
        return this;
    }

    public EndBuilder noQueue() {
        queue = "";
        return this;
    }

    public EndBuilder by(HangupSide who) {
        side = who;
        return this;
    }

    /** Packets received; negative: not known. */
    public EndBuilder packets(long count) {
        packets = count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
        return this;
    }

    public CallEnded at(Instant end) {
        return new CallEnded(
                id, token, "PJSIP/carrier-1", way, answered, withAgent, side, 16, packets, queue, agent, end);
    }
}
