package dev.quell.traffic.trunk;

import dev.quell.traffic.Surroundings;
import dev.quell.traffic.TrafficEvent;
import dev.quell.traffic.TrafficSettings;
import dev.quell.traffic.number.Spells;
import java.util.function.Consumer;

/** One trunk: its share of nuisance, and whether it is at fault. About 30 KB. Times are epoch milliseconds. */
public final class TrunkState {

    private static final double STAND_DOWN = 0.5;
    private static final int LEAST_FOR_USUAL = 10;
    private static final long UNSET = Long.MIN_VALUE;

    private final String name;
    private final String group;
    private final int serial;
    private final TrafficSettings settings;
    private final Consumer<TrafficEvent> events;
    private final long findTime;
    private final DailyShare share = new DailyShare();
    private final CallerWindow window;
    private final UsualShare usual = new UsualShare();
    private final Spells faults = new Spells();
    private double median;
    private long nextSample = UNSET;
    private boolean noMedia;
    private int returns;

    /**
     * @param group the group it belongs to, its own name if none
     * @param serial a number of its own, from 1
     */
    public TrunkState(String name, String group, int serial, TrafficSettings settings, Consumer<TrafficEvent> events) {
        this.name = name;
        this.group = group;
        this.serial = serial;
        this.settings = settings;
        this.events = events;
        this.findTime = settings.silence().findTime().toMillis();
        this.window = new CallerWindow(findTime);
    }

    /** Its number. */
    public int serial() {
        return serial;
    }

    /** The group it belongs to. */
    public String group() {
        return group;
    }

    DailyShare share() {
        return share;
    }

    int returns() {
        return returns;
    }

    void countReturn() {
        returns++;
    }

    /** Takes note of what came from the caller of an answered call. */
    void heard(long caller, Heard kind, long now) {
        window.advance(now);
        window.add(caller, kind, now);
        judge(now);
    }

    /** Lets time pass. */
    public void pass(long now) {
        window.advance(now);
        judge(now);
    }

    /** Whether so many are silent that it is the trunk's fault. */
    public boolean fault() {
        return faults.lasting();
    }

    /** Whether its silence was its own at a moment, or became so in what led to finding it out. */
    public boolean faultAt(long moment) {
        return faults.at(moment);
    }

    /** From what share of its callers no packet came lately, 0 to 1. */
    public double withoutMedia() {
        CallerTally callers = window.tally();
        return callers.callers() == 0 ? 0 : (double) callers.without() / callers.callers();
    }

    /** Whether the alarm for missing packets stands. */
    public boolean noMedia() {
        return noMedia;
    }

    /** How it looks now. */
    public Surroundings.Trunk now(DailyShare site) {
        CallerTally callers = window.tally();
        return new Surroundings.Trunk(
                share.logOdds(site, settings.prior().pseudoCalls()),
                silentShare(callers),
                median,
                callers.silent(),
                fault());
    }

    private static double silentShare(CallerTally callers) {
        return callers.callers() == 0 ? 0 : (double) callers.silent() / callers.callers();
    }

    private void judge(long now) {
        CallerTally callers = window.tally();
        sample(callers, now);
        judgeSilence(callers, now);
        judgeMedia(callers);
    }

    /** Once a find time the share is one of those that make the usual. */
    private void sample(CallerTally callers, long now) {
        if (nextSample == UNSET) {
            nextSample = now + findTime;
        }
        if (now >= nextSample && callers.callers() >= LEAST_FOR_USUAL) {
            nextSample = now + findTime;
            usual.add(silentShare(callers));
            median = usual.median();
        }
    }

    private void judgeSilence(CallerTally callers, long now) {
        TrafficSettings.Silence limit = settings.silence();
        double silent = silentShare(callers);
        if (!fault()) {
            if (callers.silent() >= limit.minCallers() && silent > limit.share() && silent > limit.factor() * median) {
                faults.begin(now - findTime);
                tellSilence(true, callers);
            }
        } else if (silent <= STAND_DOWN * limit.share() || silent <= limit.factor() * median) {
            faults.end(now);
            tellSilence(false, callers);
        }
    }

    private void judgeMedia(CallerTally callers) {
        TrafficSettings.NoMedia limit = settings.noMedia();
        boolean over = callers.without() >= limit.minCallers() && withoutMedia() > limit.share();
        boolean under = withoutMedia() <= STAND_DOWN * limit.share();
        if (noMedia ? under : over) {
            noMedia = over;
            events.accept(new TrafficEvent.NoMedia(name, noMedia, callers.without(), callers.callers()));
        }
    }

    private void tellSilence(boolean begins, CallerTally callers) {
        events.accept(new TrafficEvent.TrunkSilent(name, begins, callers.silent(), callers.callers(), median));
    }
}
