package dev.quell.traffic.line;

import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.TrafficEvent;
import dev.quell.traffic.TrafficSettings;
import dev.quell.traffic.number.Spells;
import java.util.function.Consumer;

/**
 * One line: its usual level, and whether it is flooded, or many speak who never called before. About 4 KB. Times are epoch milliseconds.
 */
public final class LineState {

    /** What it goes through. */
    private enum Mode {
        CALM,
        FLOOD,
        /** Far more callers than usual, and they speak. */
        CROWD
    }

    private static final long SECOND = 1000;
    private static final long TEN_SECONDS = 10 * SECOND;
    private static final int CONTROL_BINS = 6;
    private static final long LONGEST_FROZEN_CROWD = 24 * 3600 * SECOND;
    private static final double MOST_CALLS_EACH = 2;

    private final String name;
    private final TrafficSettings settings;
    private final Consumer<TrafficEvent> events;
    private final long step;
    private final double stepsOfStorm;
    private final Bins strangers;
    private final Bins calls;
    private final Bins crowd;
    private final Bins again;
    private final Bins known;
    private final Level level;
    private final NewcomerEndings endings = new NewcomerEndings();
    private final Spells floods = new Spells();
    private Mode mode = Mode.CALM;
    private boolean storm;
    private long since;
    private long lastLoud;

    /** A line of which nothing is known. */
    public LineState(String name, TrafficSettings settings, Consumer<TrafficEvent> events) {
        this.name = name;
        this.settings = settings;
        this.events = events;
        this.step = settings.flood().findTime().toMillis();
        long stormTime = settings.storm().findTime().toMillis();
        this.stepsOfStorm = (double) stormTime / step;
        this.strangers = new Bins(SECOND, (int) (step / SECOND));
        this.calls = new Bins(SECOND, (int) (step / SECOND));
        this.crowd = new Bins(TEN_SECONDS, (int) (stormTime / TEN_SECONDS));
        this.again = new Bins(TEN_SECONDS, (int) (stormTime / TEN_SECONDS));
        this.known = new Bins(TEN_SECONDS, (int) (stormTime / TEN_SECONDS));
        this.level = new Level(step);
    }

    /**
     * Takes note of a call.
     *
     * @param stranger the caller has no earlier call
     * @param newcomer the caller's first call was a short while ago; neither a stranger nor known
     * @param learned whether traffic was watched long enough to tell what is unusual
     */
    public void arrives(boolean stranger, boolean newcomer, boolean learned, long now) {
        advance(now);
        calls.add(now);
        if (stranger) {
            strangers.add(now);
            crowd.add(now);
            level.stranger();
        } else if (newcomer) {
            again.add(now);
        } else {
            known.add(now);
            level.known();
        }
        judge(learned, now);
    }

    /** Takes note of the end of a call that had arrived at a moment. */
    public void concluded(ConcludedCall call, long arrived, boolean newcomer, boolean learned, long now) {
        advance(now);
        endings.add(call, arrived, newcomer);
        judge(learned, now);
    }

    /** Lets time pass. */
    public void pass(boolean learned, long now) {
        advance(now);
        judge(learned, now);
    }

    /** Whether it is flooded. */
    public boolean flood() {
        return mode == Mode.FLOOD;
    }

    /** Whether our number is being shown by somebody and the callers call back. */
    public boolean storm() {
        return storm;
    }

    /** Whether it was flooded at a moment. */
    public boolean floodedAt(long moment) {
        return floods.at(moment);
    }

    /** How it looks now. */
    public Surroundings.Line now(long now) {
        return storm
                ? new Surroundings.Line(crowd.sum(), usualOfStorm(now), false, true)
                : new Surroundings.Line(strangers.sum(), usual(now), flood(), false);
    }

    private void advance(long now) {
        boolean frozen = flood() || (mode == Mode.CROWD && now - since < LONGEST_FROZEN_CROWD);
        level.advance(now, frozen);
        strangers.advance(now);
        calls.advance(now);
        crowd.advance(now);
        again.advance(now);
        known.advance(now);
        endings.advance(now);
    }

    private void judge(boolean learned, long now) {
        if (!learned) {
            return;
        }
        if (stillLoud(now)) {
            lastLoud = now;
        }
        switch (mode) {
            case CALM -> fromCalm(now);
            case FLOOD -> fromFlood(now);
            case CROWD -> fromCrowd(now);
        }
        judgeStorm(now);
    }

    private void fromCalm(long now) {
        if (loud(now)) {
            flooded(now);
        } else if (level.knowsTheDay() && crowded(now) && endings.speak()) {
            enter(Mode.CROWD, now);
        }
    }

    private void fromFlood(long now) {
        if (endings.speak()) {
            leaveFlood(Mode.CROWD, now);
        } else if (quiet(now)) {
            leaveFlood(Mode.CALM, now);
        }
    }

    private void fromCrowd(long now) {
        if (quiet(now)) {
            enter(Mode.CALM, now);
        } else if (loud(now) && endings.hardlySpeak()) {
            flooded(now);
        }
    }

    /** Those who called before it began say nothing about it. */
    private void flooded(long now) {
        enter(Mode.FLOOD, now);
        floods.begin(now - step);
        endings.restart(now - step);
        events.accept(new TrafficEvent.Flood(name, true, strangers.sum(), usual(now)));
    }

    private void leaveFlood(Mode next, long now) {
        enter(next, now);
        floods.end(now);
        events.accept(new TrafficEvent.Flood(name, false, strangers.sum(), usual(now)));
    }

    private void enter(Mode next, long now) {
        mode = next;
        since = now;
        lastLoud = now;
    }

    private void judgeStorm(long now) {
        boolean begins = mode == Mode.CROWD && crowded(now) && fewCallsEach();
        boolean over = mode != Mode.CROWD;
        if (storm ? over : begins) {
            storm = begins;
            events.accept(new TrafficEvent.Storm(name, begins, crowd.sum(), usualOfStorm(now)));
        }
    }

    private boolean quiet(long now) {
        return now - lastLoud >= settings.flood().hold().toMillis();
    }

    private boolean loud(long now) {
        return loud(now, settings.flood().sigmas(), settings.flood().minCallers());
    }

    private boolean loud(long now, double sigmas, int least) {
        boolean everNew = strangers.sum() >= least && strangers.sum() > Level.above(usual(now), sigmas);
        return everNew
                || (calls.sum() >= least
                        && calls.sum() > Level.above(level.usualCalls(now), sigmas)
                        && endings.alike());
    }

    /** It stands down only at half of what began it. */
    private boolean stillLoud(long now) {
        TrafficSettings.Flood flood = settings.flood();
        TrafficSettings.Storm crowd = settings.storm();
        return loud(now, flood.sigmas() / 2, flood.minCallers() / 2)
                || (mode == Mode.CROWD && crowded(now, crowd.sigmas() / 2, crowd.minCallers() / 2));
    }

    private boolean crowded(long now) {
        return crowded(now, settings.storm().sigmas(), settings.storm().minCallers());
    }

    private boolean crowded(long now, double sigmas, int least) {
        return crowd.sum() >= least && crowd.sum() > Level.above(usualOfStorm(now), sigmas);
    }

    private boolean fewCallsEach() {
        return again.sum() <= (MOST_CALLS_EACH - 1) * crowd.sum();
    }

    private double usual(long now) {
        double steps = (double) (CONTROL_BINS * TEN_SECONDS) / step;
        return level.usualStrangers(now, known.newest(CONTROL_BINS), steps);
    }

    private double usualOfStorm(long now) {
        return stepsOfStorm * level.usualStrangersByHour(now, known.sum(), stepsOfStorm);
    }
}
