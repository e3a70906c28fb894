package dev.quell.simulation.play;

import dev.quell.call.HangupSide;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call while it is played; all times from its arrival. */
final class Tape {

    private static final Duration NEVER = Duration.ofDays(1);

    private final List<WayStep> way = new ArrayList<>();
    private final Media media;
    private Duration now = Duration.ZERO;
    private Duration answeredAt = NEVER;
    private Voice voice = Voice.none(true);
    private Optional<Duration> withAgent = Optional.empty();
    private HangupSide side = HangupSide.OTHER;
    private String queue = "";
    private String agent = "";
    private Optional<RaisedFlag> flag = Optional.empty();

    Tape(Media media) {
        this.media = media;
    }

    void step(WayStep step) {
        way.add(step);
    }

    Duration now() {
        return now;
    }

    void advance(Duration span) {
        now = now.plus(span);
    }

    void moveTo(Duration moment) {
        now = moment;
    }

    boolean answered() {
        return !answeredAt.equals(NEVER);
    }

    void answer(Voice heard) {
        answeredAt = now;
        voice = heard;
    }

    Voice voice() {
        return voice;
    }

    void queued(String name) {
        queue = name;
    }

    void talked(String with, Duration span) {
        agent = with;
        withAgent = Optional.of(withAgent.orElse(Duration.ZERO).plus(span));
        advance(span);
    }

    void flagged(RaisedFlag raised) {
        flag = Optional.of(raised);
    }

    void hungUp(HangupSide by) {
        side = by;
    }

    Course end() {
        Duration answered = answered() ? now.minus(answeredAt) : Duration.ZERO;
        TalkReport talk = heard();
        return new Course(way, now, answered, withAgent, side, media.packets(answered), queue, agent, talk, flag);
    }

    /** What was heard in the whole call. */
    private TalkReport heard() {
        if (!answered()) {
            return new TalkReport(voice.whole(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
        TalkReport all = voice.until(now);
        Optional<TalkReport.Opening> opening = all.total().isPositive()
                ? Optional.of(new TalkReport.Opening(voice.onset().minus(answeredAt), voice.burst()))
                : Optional.empty();
        return new TalkReport(all.whole(), all.total(), all.longest(), all.current(), opening);
    }
}
