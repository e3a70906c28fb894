package dev.quell.console.now;

import dev.quell.console.live.LiveView;
import dev.quell.console.live.Stage;
import java.time.Instant;
import java.util.List;

/**
 * What the page shows of one moment. All texts of others are printable, and numbers masked for whoever may not see them.
 *
 * @param sees whether the calls of some Asterisk are seen
 * @param figures how many calls there are of each stage
 * @param more how many calls are left out of {@code calls}
 * @param others calls that are none of Quell's
 */
record Now(
        Instant at,
        boolean sees,
        List<Alarm> alarms,
        Floor floor,
        List<Figure> figures,
        List<Queue> queues,
        List<Row> calls,
        int more,
        int others,
        Chart chart,
        List<Trunk> trunks,
        List<Passed> failOpens,
        List<Dependency> dependencies) {
    Now {
        alarms = List.copyOf(alarms);
        figures = List.copyOf(figures);
        queues = List.copyOf(queues);
        calls = List.copyOf(calls);
        trunks = List.copyOf(trunks);
        failOpens = List.copyOf(failOpens);
        dependencies = List.copyOf(dependencies);
    }

    /** For how many minutes a call is shown at most that another switch asked about; 0 if none is shown. */
    public long overRest() {
        return calls.stream().anyMatch(Row::overRest) ? LiveView.LONGEST_OVER_REST.toMinutes() : 0;
    }

    /**
     * Something that somebody should look at.
     *
     * @param kind which words are shown
     * @param where a trunk, a line or an Asterisk; empty if it concerns all
     * @param seen the figure that raised it
     * @param usual what is usual, or the limit
     */
    record Alarm(Kind kind, String where, String seen, String usual) {
        /** What it is; the worst first. */
        enum Kind {
            FLOOR,
            AMI,
            NO_MEDIA,
            TRUNK_SILENT,
            FLOOD,
            STORM,
            QUEUE_FULL
        }
    }

    /**
     * The safety floor.
     *
     * @param share of the window's calls that would be diverted, in percent
     * @param limit above which it trips, in percent
     * @param enough whether there are enough calls to tell
     * @param minutes the window's length
     */
    record Floor(
            boolean tripped, long calls, long diverted, String share, String limit, boolean enough, long minutes) {}

    /** How many calls are at a stage. */
    record Figure(Stage stage, long count) {}

    /**
     * An Asterisk's deterrent queue.
     *
     * @param known whether it is known how full it is
     * @param room 0 if there is no limit
     * @param percent how full, 0 to 100; 0 without a limit
     */
    record Queue(String server, boolean known, int waiting, int room, int percent) {}

    /**
     * A call.
     *
     * @param elapsed minutes and seconds since it came
     * @param screened whether there is a verdict; the fields of it are empty otherwise
     * @param overRest whether a program asked about it over REST
     * @param held whether the verdict asked for something else than is done
     */
    record Row(
            String id,
            Stage stage,
            String caller,
            String name,
            String line,
            String trunk,
            Instant since,
            String elapsed,
            boolean screened,
            String verdict,
            String callClass,
            long percent,
            boolean held,
            String queue,
            String agent,
            boolean talking,
            boolean overRest) {}

    /**
     * A trunk.
     *
     * @param silent percent of its callers of the last minutes who were silent or without packets
     * @param usual the median of that
     * @param callers how many were silent
     * @param withoutMedia percent of them from whom not a packet came
     * @param fault whether its silence is its own
     * @param noMedia whether the alarm for missing packets stands
     */
    record Trunk(
            String name, long silent, long usual, int callers, long withoutMedia, boolean fault, boolean noMedia) {}

    /**
     * Calls that were let pass because something failed.
     *
     * @param known whether there are words for the reason
     */
    record Passed(String reason, boolean known, Instant last, long count) {}

    /**
     * Something that Quell stands on.
     *
     * @param kind which words are shown
     * @param name which one, if there are several
     * @param status UP, DEGRADED, DOWN, UNUSED or UNKNOWN
     * @param detail what is wrong, in English words; or a figure
     */
    record Dependency(String kind, String name, String status, String detail) {}
}
