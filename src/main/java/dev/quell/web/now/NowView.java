package dev.quell.web.now;

import dev.quell.call.Switches;
import dev.quell.console.live.Stage;
import dev.quell.console.live.VerdictRate;
import dev.quell.screening.FailOpen;
import dev.quell.screening.enforcement.FloorState;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.TrafficWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes on at one moment.
 *
 * @param mode observe or enforce
 * @param sees whether the calls of some Asterisk are seen
 * @param calls how many live, by what is done to them
 * @param others calls that are none of Quell's
 * @param lines lines that are not as usual
 * @param verdicts of each minute of the last hour, of this instance since its start
 * @param failOpens why this instance let calls pass since its start, newest first
 */
record NowView(
        Instant at,
        String mode,
        boolean sees,
        Map<Stage, Long> calls,
        int others,
        FloorView floor,
        List<SwitchView> switches,
        List<TrunkView> trunks,
        List<LineView> lines,
        List<MinuteView> verdicts,
        List<FailOpen> failOpens) {

    /**
     * The safety floor.
     *
     * @param share of the window's calls that would be diverted, 0 to 1
     * @param limit above which it trips
     * @param enough whether there are so many calls that it could trip
     */
    record FloorView(
            boolean tripped, Duration window, long calls, long diverted, double share, double limit, boolean enough) {
        static FloorView of(FloorState state) {
            return new FloorView(
                    state.tripped(),
                    state.window(),
                    state.calls(),
                    state.diverted(),
                    state.share(),
                    state.limit(),
                    state.enough());
        }
    }

    /**
     * An Asterisk.
     *
     * @param connected whether its calls are seen
     * @param trouble what is not as it should be; absent if all is well
     * @param waiting callers in its deterrent queue; absent if that is not known
     * @param room how many may be in it; absent if that is not known or has no limit
     */
    record SwitchView(
            String server,
            boolean connected,
            Instant since,
            @Nullable String trouble,
            String deterrentQueue,
            @Nullable Integer waiting,
            @Nullable Integer room) {
        static SwitchView of(Switches.State state) {
            return new SwitchView(
                    state.server(),
                    state.connected(),
                    state.since(),
                    state.trouble().isEmpty() ? null : state.trouble(),
                    state.deterrentQueue(),
                    state.waiting().isPresent() ? state.waiting().getAsInt() : null,
                    state.room().isPresent() ? state.room().getAsInt() : null);
        }
    }

    /**
     * A trunk.
     *
     * @param silent which share of its callers of the last minutes was silent or sent no packet, 0 to 1
     * @param usual the median of that
     * @param withoutMedia from what share not a packet came
     * @param fault whether its silence is its own
     * @param noMedia whether the alarm for missing packets stands
     */
    record TrunkView(
            String name,
            double silent,
            double usual,
            int silentCallers,
            double withoutMedia,
            boolean fault,
            boolean noMedia) {
        static TrunkView of(TrafficWatch.TrunkView view) {
            Surroundings.Trunk now = view.now();
            return new TrunkView(
                    view.name(),
                    now.silentShare(),
                    now.usualSilentShare(),
                    now.silentCallers(),
                    view.withoutMedia(),
                    now.fault(),
                    view.noMedia());
        }
    }

    /** A line with more new callers than usual. */
    record LineView(String number, int newCallers, double usual, boolean flood, boolean storm) {
        static LineView of(String number, Surroundings.Line line) {
            return new LineView(number, line.newCallers(), line.usual(), line.flood(), line.storm());
        }
    }

    /** A minute's verdicts; what is absent is 0. */
    record MinuteView(Instant from, Map<VerdictRate.Kind, Integer> verdicts) {
        static MinuteView of(VerdictRate.Minute minute) {
            return new MinuteView(minute.from(), minute.counts());
        }
    }
}
