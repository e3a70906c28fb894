package dev.quell.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reckons from what was measured how much of everything a site of a size needs, and writes {@code capacity.md} beside the page. */
final class CapacityPage {

    private static final int[] RATES = {1, 10, 100, 1000, 3000};
    /** A day has as many calls as so many of its busiest hours. */
    private static final int BUSY_HOURS = 10;
    /** What of a core may be in use in the busiest hour. */
    private static final double BUSY = 0.5;

    private static final int CORES = 4;
    private static final int DAYS = 90;
    /** Calls that one caller makes in the days that are remembered. */
    private static final int CALLS_A_CALLER = 4;
    /** Share of calls that are listened to, and for how many seconds. */
    private static final double LISTENED = 0.01;

    private static final int LISTEN_SECONDS = 21;
    /** A request of {@code screen}, its answer and the told end with their TCP segments. */
    private static final int WIRE_BYTES = 4000;

    private static final double NATION = 30_000;

    private final Findings findings;

    private CapacityPage(Findings findings) {
        this.findings = findings;
    }

    /** Writes the page if all that it rests on has been measured. */
    static void write(Findings findings, Path performance) throws IOException {
        CapacityPage page = new CapacityPage(findings);
        List<String> missing = Need.all().stream()
                .filter(need -> findings.get(need.key()).isEmpty())
                .map(Need::key)
                .toList();
        if (!missing.isEmpty()) {
            Text.progress("capacity.md is not written: not measured yet: %s", missing);
            return;
        }
        Path file = performance.resolveSibling("capacity.md");
        Files.writeString(file, String.join("\n", page.lines()) + "\n");
        Text.progress("written: %s", file);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(head());
        lines.addAll(Need.all().stream()
                .map(need -> Text.row(need.letter(), need.words(), need.show().apply(value(need.key()))))
                .toList());
        lines.addAll(List.of(
                "",
                "## One site",
                "",
                Text.of(
                        "Assumed: a day has as many calls as %d of its busiest hours; a core is at most %.0f %% busy in the busiest hour; an instance has %d cores; a"
                                + " caller makes %d calls in the %d days that are remembered; %.0f %% of calls are listened to for %d s; %,d bytes on the wire a call.",
                        BUSY_HOURS,
                        BUSY * 100,
                        CORES,
                        CALLS_A_CALLER,
                        DAYS,
                        LISTENED * 100,
                        LISTEN_SECONDS,
                        WIRE_BYTES),
                "",
                Text.row(
                        "calls/s",
                        "calls a day",
                        "cores",
                        "instances, one to spare",
                        "callers, memory",
                        "held at once, heap",
                        "journal",
                        "database a day",
                        "in " + DAYS + " days",
                        "Redis commands/s",
                        "PostgreSQL rows/s",
                        "rows a day's partition",
                        "network"),
                Text.rule(13)));
        for (int rate : RATES) {
            lines.add(row(rate));
        }
        lines.addAll(nation());
        return lines;
    }

    private static List<String> head() {
        return List.of(
                "# Capacity",
                "",
                "How much of everything so many calls need. Reckoned by the command that makes [performance.md](performance.md), from its figures; measure on your"
                        + " own machine and the page is yours.",
                "",
                "## What was measured",
                "",
                Text.row("", "", ""),
                Text.rule(3));
    }

    private String row(int rate) {
        double day = rate * 3600.0 * BUSY_HOURS;
        double cores = rate * value("steady.cpu.us") / 1e6;
        long instances = (long) Math.ceil(cores / BUSY / CORES);
        double callers = day * DAYS / CALLS_A_CALLER;
        double held = rate * LISTENED * LISTEN_SECONDS;
        return Text.row(
                Text.number(rate),
                Text.number(day),
                Text.of("%.2f", cores / BUSY),
                rate < 100 ? "1" : instances + " + 1",
                Text.number(callers) + ", " + Text.bytes(callers * value("caller.bytes")),
                Text.number(held) + ", " + Text.bytes(held * value("held.heap.bytes")),
                Text.bytes(rate * 2 * value("journal.bytes")) + "/s",
                Text.bytes(day * value("steady.disk.bytes")),
                Text.bytes(day * DAYS * value("steady.disk.bytes")),
                Text.number(rate * 4),
                Text.number(rate * 2),
                Text.number(day),
                Text.of("%.1f Mbit/s", rate * WIRE_BYTES * 8 / 1e6));
    }

    private List<String> nation() {
        double perSite = 1000;
        double sites = NATION / perSite;
        double cores = perSite * value("steady.cpu.us") / 1e6 / BUSY;
        return List.of(
                "",
                "- cores = calls/s × a ÷ " + BUSY + ", the end of each call told and taken into the database included.",
                "- callers × b; only those who fit are remembered in memory, the others are read from the database.",
                "- held at once = calls/s × share × length (Erlang), × c.",
                "- journal = calls/s × 2 (verdict and end) × d; database = calls × e; where PostgreSQL is used, the instance's own copy may be kept for fewer days"
                        + " (`quell.storage.retention`).",
                "- Redis: two scripts, a token and at most one read a call. PostgreSQL: a merge for the verdict and one for the end.",
                "",
                "## A hotline of the size of 10086",
                "",
                Text.of(
                        "%s calls a second in the busiest hour, over %.0f sites of %s calls/s. Sites share nothing on a call's way: a caller of a province calls its own"
                                + " site, and the lists go to each by the interface. A site needs %.1f cores, which two instances of %d cores have; with one to"
                                + " spare %.0f instances in all, %.0f cores. One Redis and one PostgreSQL a site see %s commands and %s rows a second: within what one"
                                + " machine does (performance of the stores alone: PostgreSQL 64,000 rows/s in commits of 100, Redis 0.11 ms a command). %s calls a day"
                                + " nationwide are %s a site and %s of database a day there: keep calls for as long as the law and the disk allow, 30 days are %s.",
                        Text.number(NATION),
                        sites,
                        Text.number(perSite),
                        cores,
                        CORES,
                        sites * (Math.ceil(cores / CORES) + 1),
                        sites * (Math.ceil(cores / CORES) + 1) * CORES,
                        Text.number(perSite * 4),
                        Text.number(perSite * 2),
                        Text.number(NATION * 3600 * BUSY_HOURS),
                        Text.number(perSite * 3600 * BUSY_HOURS),
                        Text.bytes(perSite * 3600 * BUSY_HOURS * value("steady.disk.bytes")),
                        Text.bytes(perSite * 3600 * BUSY_HOURS * 30 * value("steady.disk.bytes"))));
    }

    private double value(String key) {
        return findings.get(key).orElseThrow();
    }
}
