package dev.quell.traffic;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.traffic.line.LineState;
import dev.quell.traffic.number.BorrowedNumbers;
import dev.quell.traffic.number.CallerKey;
import dev.quell.traffic.number.Newest;
import dev.quell.traffic.number.Ranges;
import dev.quell.traffic.number.RecentCallers;
import dev.quell.traffic.trunk.RelatedTrunks;
import dev.quell.traffic.trunk.TrunkEnding;
import dev.quell.traffic.trunk.TrunkState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches trunks, lines and ranges in memory, which is bounded whatever calls come: about 10 MB, 30 KB a trunk and 4 KB a line. Thread-safe. Time is that
 * of the calls told to it and never goes back; if the clock is set back, it goes on from where it was.
 */
public final class TrafficWatch implements Traffic {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long SET_BACK = Duration.ofMinutes(1).toMillis();
    private static final long NEWCOMER = Duration.ofHours(1).toMillis();
    private static final String UNKNOWN_TRUNK = "unknown";

    private final TrafficSettings settings;
    private final Newest<TrunkState> trunks;
    private final Newest<LineState> lines;
    private final Map<String, String> groups = new HashMap<>();
    private final RecentCallers callers = new RecentCallers();
    private final Ranges ranges = new Ranges();
    private final BorrowedNumbers borrowed;
    private final RelatedTrunks related = new RelatedTrunks();
    private final TrunkEnding endings;
    private int serial;
    private long now = Long.MIN_VALUE;
    private long learnedAt;
    private long ahead;

    private TrafficWatch(TrafficSettings settings, Consumer<TrafficEvent> events) {
        this.settings = settings;
        this.endings = new TrunkEnding(settings.prior().perDay());
        this.borrowed = new BorrowedNumbers(settings.borrowed().hold().toMillis());
        settings.trunkGroups().forEach((group, names) -> names.forEach(name -> groups.put(name, group)));
        this.trunks = new Newest<>(
                settings.maxTrunks(),
                name -> new TrunkState(name, groups.getOrDefault(name, name), ++serial, settings, events));
        this.lines = new Newest<>(settings.maxLines(), name -> new LineState(name, settings, events));
    }

    /** One that tells nobody of what begins and ends. */
    public static TrafficWatch of(TrafficSettings settings) {
        return of(settings, event -> {});
    }

    /** One that tells of what begins and ends; whoever is told must be quick. */
    public static TrafficWatch of(TrafficSettings settings, Consumer<TrafficEvent> events) {
        return new TrafficWatch(settings, events);
    }

    @Override
    public Surroundings arrives(IncomingCall call, boolean stranger) {
        return arrives(call.caller(), call.trunk(), call.line().number(), call.arrivedAt(), stranger);
    }

    /** Takes note of a call's arrival on a called number and says what goes on around it. */
    public synchronized Surroundings arrives(
            CallerNumber caller, String over, String called, Instant arrivedAt, boolean stranger) {
        long at = advance(arrivedAt);
        long key = CallerKey.of(caller);
        TrunkState trunk = trunks.of(over);
        int place = callers.place(key, at);
        boolean newcomer = callers.newSince(place, at - NEWCOMER);
        if (caller.identifies()) {
            returned(place, key, trunk, over, at);
        }
        callers.called(place, over, stranger, at);
        LineState line = lines.of(called);
        line.arrives(stranger, newcomer, at >= learnedAt, at);
        return surroundings(trunk, line, key, at);
    }

    @Override
    public synchronized Surroundings around(IncomingCall call) {
        long at = advance(call.arrivedAt());
        TrunkState trunk = trunks.find(call.trunk());
        LineState line = lines.find(call.line().number());
        return surroundings(trunk, line, CallerKey.of(call.caller()), at);
    }

    /** Takes note of a call's end. Calls of a flood say nothing about whether their trunk is at fault. */
    public synchronized void concluded(ConcludedCall call) {
        long at = advance(call.at());
        long key = CallerKey.of(call.caller());
        TrunkState trunk = trunks.of(call.trunk());
        LineState line = lines.of(call.line());
        boolean flooded = line.floodedAt(here(call.arrivedAt()));
        if (!flooded) {
            endings.heard(trunk, key, call.outcome(), at);
        }
        endings.counted(trunk, key, call.outcome(), day(at));
        int place = callers.find(key);
        boolean newcomer = place >= 0 && callers.newSince(place, at - NEWCOMER);
        line.concluded(call, here(call.arrivedAt()), newcomer, at >= learnedAt, at);
        if (call.outcome() == CallOutcome.SPOKE || call.outcome() == CallOutcome.GOOD_TALK) {
            ranges.spoke(key);
        } else if (TrunkEnding.nuisance(call.outcome()) && !flooded && !trunk.fault() && !borrowed.at(key, at)) {
            ranges.nuisance(key, day(at));
        }
    }

    /** Takes note of an agent's flag on a call over a trunk. */
    public synchronized void flagged(CallerNumber caller, String trunk, Instant at) {
        long moment = advance(at);
        long key = CallerKey.of(caller);
        endings.flagged(trunks.of(trunk), key, true, day(moment));
        if (!borrowed.at(key, moment)) {
            ranges.nuisance(key, day(moment));
        }
    }

    /** Takes back a flag that was told before. */
    public synchronized void unflagged(CallerNumber caller, String trunk, Instant at) {
        long moment = advance(at);
        long key = CallerKey.of(caller);
        endings.flagged(trunks.of(trunk), key, false, day(moment));
        ranges.spoke(key);
    }

    /**
     * Lets time pass without a call, so that what is over is told of; nothing before the first call. A moment over a minute behind shows that the clock was set
     * back.
     */
    public synchronized void pass(Instant moment) {
        if (now == Long.MIN_VALUE) {
            return;
        }
        if (here(moment) < now - SET_BACK) {
            ahead = now - moment.toEpochMilli();
        }
        long at = advance(moment);
        trunks.all().forEach(trunk -> trunk.pass(at));
        lines.all().forEach(line -> line.pass(at >= learnedAt, at));
    }

    @Override
    public synchronized boolean excuses(CallerNumber caller, String trunk, String line, Instant at) {
        long moment = here(at);
        TrunkState over = trunks.find(trunk);
        LineState called = lines.find(line);
        return (over != null && over.faultAt(moment))
                || (called != null && called.floodedAt(moment))
                || borrowed.at(CallerKey.of(caller), moment);
    }

    /** How each trunk looks. */
    public synchronized List<TrunkView> trunks() {
        List<TrunkView> views = new ArrayList<>();
        trunks.byName()
                .forEach((name, trunk) -> views.add(
                        new TrunkView(name, trunk.now(endings.site()), trunk.withoutMedia(), trunk.noMedia())));
        return views;
    }

    /** How each line looks that is not as usual. */
    public synchronized Map<String, Surroundings.Line> unusualLines() {
        Map<String, Surroundings.Line> views = new HashMap<>();
        lines.byName().forEach((name, line) -> {
            if (line.flood() || line.storm()) {
                views.put(name, line.now(now));
            }
        });
        return views;
    }

    /**
     * A trunk for people to look at.
     *
     * @param withoutMedia from what share of its callers no packet came lately, 0 to 1
     * @param noMedia whether the alarm for that stands
     */
    public record TrunkView(String name, Surroundings.Trunk now, double withoutMedia, boolean noMedia) {}

    private void returned(int place, long key, TrunkState trunk, String name, long at) {
        String last = callers.lastTrunk(place);
        TrunkState before = trunks.find(last);
        boolean lately =
                callers.calledSince(place, at - settings.borrowed().findTime().toMillis());
        if (before == null || !lately || name.equals(UNKNOWN_TRUNK) || last.equals(UNKNOWN_TRUNK)) {
            return;
        }
        if (callers.firstReturnOn(place, day(at))) {
            related.returned(before, trunk);
        }
        if (!before.group().equals(trunk.group()) && !related.related(before, trunk)) {
            borrowed.seen(key, callers.lastAt(place), at);
        }
    }

    private Surroundings surroundings(@Nullable TrunkState trunk, @Nullable LineState line, long key, long at) {
        return new Surroundings(
                trunk == null ? Surroundings.Trunk.UNKNOWN : trunk.now(endings.site()),
                line == null ? Surroundings.Line.CALM : line.now(at),
                ranges.around(key, day(at)),
                borrowed.at(key, at));
    }

    private long advance(Instant moment) {
        long at = here(moment);
        if (now == Long.MIN_VALUE) {
            learnedAt = at + settings.flood().learn().toMillis();
        }
        now = Math.max(now, at);
        return now;
    }

    /** A moment in the time of this watch, which is ahead of a clock that was set back. */
    private long here(Instant moment) {
        return moment.toEpochMilli() + ahead;
    }

    private static int day(long at) {
        return (int) (at / DAY);
    }
}
