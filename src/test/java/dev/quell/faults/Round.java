package dev.quell.faults;

import dev.quell.e2e.server.Standstill;
import dev.quell.faults.check.CallAudit;
import dev.quell.faults.check.StrikeAudit;
import dev.quell.faults.check.WaitAudit;
import dev.quell.faults.fault.Fault;
import dev.quell.faults.pbx.Trace;
import dev.quell.faults.world.Normal;
import dev.quell.faults.world.Record;
import dev.quell.faults.world.Service;
import dev.quell.faults.world.World;
import dev.quell.load.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** One round: calls, a fault in their midst, its end, and the audit of what is left. */
final class Round {

    private static final AtomicInteger ROUNDS = new AtomicInteger();
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(30);
    private static final Duration BINDS_WITHIN = Duration.ofSeconds(1);
    private static final Duration SPREAD_PATIENCE = Duration.ofSeconds(5);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);

    private final Row row;
    private final World world;
    private final long seed;
    private final int slack;
    private final Random random;
    private final String name = String.format(Locale.ROOT, "%04d", ROUNDS.incrementAndGet() % 10_000);

    /** @param slack how many times longer than on an idle machine it may take until all is well again */
    Round(Row row, World world, long seed, int slack) {
        this.row = row;
        this.world = world;
        this.seed = seed;
        this.slack = slack;
        this.random = new Random(seed);
    }

    /** Its calls and list changes, not begun yet. */
    Script script() {
        return new Script(world, name, random.nextLong());
    }

    RoundResult play() {
        Fault fault = row.fault();
        Standstill machine = Standstill.watch();
        try (Script script = script()) {
            fault.prepare(world, random);
            script.begin();
            pass(Duration.ofMillis(300 + random.nextInt(900)));
            fault.begin(world, random);
            pass(fault.lasts(random));
            fault.end(world);
            Duration normal = Normal.await(world);
            script.goOn();
            pass(Duration.ofMillis(300));
            script.end();
            tellTheRest(script);
            Duration spread = spread(script);
            Normal.settled(world);
            return settled(script, normal, spread, machine).and(fault.audit(world));
        } catch (RuntimeException e) {
            return RoundResult.notPlayed(row, seed, e.toString());
        }
    }

    /**
     * What waits to be shipped is counted every two seconds only, and a strike that found the database busy comes a second later: what is missing has a while to
     * come.
     */
    private RoundResult settled(Script script, Duration normal, Duration spread, Standstill machine) {
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        RoundResult result = audit(script, normal, spread, machine);
        while (!result.good() && System.nanoTime() < end) {
            pass(Duration.ofMillis(200));
            result = audit(script, normal, spread, machine);
        }
        return result;
    }

    /** The longest that a block made at one service took to bind at another. */
    private Duration spread(Script script) {
        Duration longest = Duration.ZERO;
        for (Service from : world.services()) {
            for (Service to : world.services()) {
                Duration took = from == to
                        ? Duration.ZERO
                        : script.changes().spread(from, to, SPREAD_PATIENCE.multipliedBy(slack));
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
        }
        return longest;
    }

    /** Has what is kept told again, as the calls after a round do. */
    void tellTheRest(Script script) {
        long end = System.nanoTime() + TOLD_WITHIN.toNanos();
        while (world.pbx().kept() > 0 && System.nanoTime() < end) {
            script.oneMore();
            pass(Duration.ofMillis(30));
        }
    }

    /** Compares what was promised in a script that is over with what is there. */
    RoundResult audit(Script script, Duration normal, Duration spread, Standstill machine) {
        List<Trace> traces = script.traces();
        Record record = world.record();
        List<String> wrong = new ArrayList<>(WaitAudit.of(traces, machine.longest()));
        Duration within = row.normalWithin().multipliedBy(slack);
        if (normal.compareTo(within) > 0) {
            wrong.add("back to normal after " + normal.toMillis() + " ms, not within " + within.toSeconds() + " s");
        }
        wrong.addAll(new CallAudit(record.calls(script.prefix()), record.flags(script.prefix())).of(traces));
        world.pbx().refused().forEach(refused -> wrong.add("refused when told again: " + refused));
        wrong.addAll(script.changes().audit(world.services()));
        Map<String, List<Record.StrikeRow>> strikes =
                record.strikes("+86137" + name).stream().collect(Collectors.groupingBy(Record.StrikeRow::pattern));
        StrikeAudit audit = new StrikeAudit(row.strikesAtOnce());
        script.strikers()
                .forEach((number, calls) ->
                        wrong.addAll(audit.of(calls, strikes.getOrDefault("+86" + number, List.of()))));
        long verdicts =
                traces.stream().filter(trace -> trace.verdict().isPresent()).count();
        if (row == Row.NO_ROOM || row == Row.JOURNAL_FULL) {
            counted(traces, wrong);
        }
        if (verdicts == 0) {
            wrong.add("not one verdict in this round");
        }
        if (row.kind().services() > 1 && !machine.excuses()) {
            traces.stream()
                    .filter(trace -> trace.verdict().isEmpty())
                    .forEach(trace -> wrong.add(
                            "no verdict, though another service was there: " + trace + ", " + trace.answer()));
        }
        if (spread.compareTo(BINDS_WITHIN.multipliedBy(slack)) > 0 && !machine.excuses()) {
            wrong.add("a block binds at the other service only after " + spread.toMillis() + " ms");
        }
        return new RoundResult(
                row,
                seed,
                traces.size(),
                verdicts,
                traces.size() - verdicts,
                script.changes().acknowledged(),
                strikes.values().stream().mapToLong(List::size).sum(),
                WaitAudit.worst(traces),
                WaitAudit.worstStand(traces),
                spread,
                normal,
                wrong);
    }

    /** Answers without a verdict are counted by the service, too, over all its rounds: on a slow machine a journal may not fill up in each. */
    private void counted(List<Trace> traces, List<String> wrong) {
        long answered = traces.stream()
                .filter(trace -> trace.answer() instanceof Answer.Unscreened unscreened
                        && unscreened.why().equals("v1:UNSCREENED"))
                .count();
        double counted = world.service()
                .api()
                .metric("quell_failopen_total\\{.*reason=\"journal\".*")
                .orElse(0.0);
        if (counted == 0 || counted < answered) {
            wrong.add(answered + " calls were answered as unscreened, the service counted " + counted);
        }
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
