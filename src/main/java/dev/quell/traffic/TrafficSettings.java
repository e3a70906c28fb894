package dev.quell.traffic;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is watched around calls.
 *
 * @param trunkGroups trunks that lead to the same network, by a name for them; a number that comes over two of them is nothing odd
 * @param maxTrunks how many trunks are watched at once, about 30 KB each; the one longest without a call is forgotten first
 * @param maxLines how many lines are watched at once, about 4 KB each
 */
@ConfigurationProperties(prefix = "quell.traffic", ignoreUnknownFields = false)
public record TrafficSettings(
        @DefaultValue Map<String, List<String>> trunkGroups,
        int maxTrunks,
        int maxLines,
        Prior prior,
        Silence silence,
        NoMedia noMedia,
        Flood flood,
        Storm storm,
        Borrowed borrowed) {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * How a trunk's share of nuisance is told.
     *
     * @param pseudoCalls calls at the site's own rate that each trunk is given; many make its own weigh little
     * @param perDay calls of one caller that count a day
     */
    public record Prior(int pseudoCalls, int perDay) {}

    /**
     * When the silence of a trunk is the trunk's: over {@code share} of its callers within {@code findTime}, over {@code factor} times the usual, and
     * at least {@code minCallers} of them.
     */
    public record Silence(Duration findTime, double share, double factor, int minCallers) {}

    /** When a trunk's missing packets raise the alarm, within the silence's find time. */
    public record NoMedia(double share, int minCallers) {}

    /**
     * When a line is flooded: at least {@code minCallers} never seen before within {@code findTime} and {@code sigmas} above the usual.
     *
     * @param hold how long it must be quiet before the flood is over
     * @param learn how long traffic is watched before anything counts as unusual
     */
    public record Flood(Duration findTime, int minCallers, double sigmas, Duration hold, Duration learn) {}

    /** When a flood of callers who speak is a call-back storm: at least {@code minCallers} within {@code findTime}. */
    public record Storm(Duration findTime, int minCallers, double sigmas) {}

    /**
     * When a number is taken for borrowed: on two unrelated trunks within {@code findTime}.
     *
     * @param hold how long it then counts as borrowed
     */
    public record Borrowed(Duration findTime, Duration hold) {}

    public TrafficSettings {
        Map<String, List<String>> groups = new HashMap<>();
        trunkGroups.forEach((name, trunks) -> groups.put(name, List.copyOf(trunks)));
        trunkGroups = Map.copyOf(groups);
        SettingFaults faults = SettingFaults.in("quell.traffic")
                .require(
                        trunkGroups.values().stream()
                                        .flatMap(List::stream)
                                        .distinct()
                                        .count()
                                == trunkGroups.values().stream()
                                        .mapToLong(List::size)
                                        .sum(),
                        "trunk-groups",
                        "each trunk may stand once, in one group, such as { carrier: [carrier-1, carrier-2] }")
                .require(maxTrunks >= 1 && maxTrunks <= 4096, "max-trunks", "must be 1 to 4096, such as 256")
                .require(maxLines >= 1 && maxLines <= 100_000, "max-lines", "must be 1 to 100000, such as 2000");
        check(prior, faults);
        check(silence, noMedia, faults);
        check(flood, storm, faults);
        faults.require(
                        within(borrowed.findTime, DAY) && within(borrowed.hold, DAY.multipliedBy(30)),
                        "borrowed",
                        "needs a find-time above 0 and at most 24h and a hold of at most 30d, such as { find-time: 30m, hold: 24h }")
                .throwIfAny();
    }

    private static void check(Prior prior, SettingFaults faults) {
        faults.require(
                prior.pseudoCalls >= 1 && prior.perDay >= 1 && prior.perDay <= 100,
                "prior",
                "needs pseudo-calls at least 1 and per-day 1 to 100, such as { pseudo-calls: 200, per-day: 3 }");
    }

    private static void check(Silence silence, NoMedia noMedia, SettingFaults faults) {
        faults.require(
                        within(silence.findTime, DAY)
                                && share(silence.share)
                                && silence.factor >= 1
                                && silence.minCallers >= 2,
                        "silence",
                        "needs a find-time above 0 and at most 24h, a share between 0 and 1, factor at least 1 and min-callers at least 2, such as"
                                + " { find-time: 10m, share: 0.20, factor: 3, min-callers: 5 }")
                .require(
                        share(noMedia.share) && noMedia.minCallers >= 2,
                        "no-media",
                        "needs a share between 0 and 1 and min-callers at least 2, such as { share: 0.20, min-callers: 5 }");
    }

    private static void check(Flood flood, Storm storm, SettingFaults faults) {
        faults.require(
                        whole(flood.findTime, 5, 300)
                                && flood.minCallers >= 2
                                && flood.sigmas >= 1
                                && within(flood.hold, DAY)
                                && !flood.learn.isNegative(),
                        "flood",
                        "needs a find-time of 5s to 5m, min-callers at least 2, sigmas at least 1, a hold above 0 and at most 24h and learn 0 or longer,"
                                + " such as { find-time: 30s, min-callers: 10, sigmas: 6, hold: 2m, learn: 1h }")
                .require(
                        whole(storm.findTime, 60, 3600) && storm.minCallers >= 2 && storm.sigmas >= 1,
                        "storm",
                        "needs a find-time of 1m to 1h, min-callers at least 2 and sigmas at least 1, such as"
                                + " { find-time: 10m, min-callers: 30, sigmas: 6 }");
    }

    private static boolean within(Duration time, Duration longest) {
        return time.isPositive() && time.compareTo(longest) <= 0;
    }

    private static boolean whole(Duration time, long least, long most) {
        return time.toSeconds() >= least && time.compareTo(Duration.ofSeconds(most)) <= 0;
    }

    private static boolean share(double share) {
        return share > 0 && share < 1;
    }
}
