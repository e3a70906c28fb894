package dev.quell.faults;

import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.Standstill;
import dev.quell.faults.check.WaitAudit;
import dev.quell.faults.world.AsteriskWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real Asterisk that is killed in the midst of its calls and started again. */
final class AsteriskScene implements Scene {

    private static final Pattern CASE = Pattern.compile("[\",]QUELL_CASE=([0-9]{8})[\",]");
    private static final Pattern STEP = Pattern.compile("step (\\S+) ([0-9]+) (\\S+) [0-9]");
    private static final int CALLS = 12;
    private static final int CALLS_AFTER = 4;

    private final Row row;
    private final AsteriskWorld world;
    private final int slack;
    private int readSteps;

    private AsteriskScene(Row row, AsteriskWorld world, int slack) {
        this.row = row;
        this.world = world;
        this.slack = slack;
    }

    static Scene start(Row row, int slack) {
        return new AsteriskScene(row, AsteriskWorld.start(), slack);
    }

    @Override
    public RoundResult play(long seed) {
        Random random = new Random(seed);
        Standstill machine = Standstill.watch();
        AsteriskUnderTest asterisk = world.asterisk();
        int before = cases().size();
        int called = call(1 + random.nextInt(CALLS), random);
        asterisk.restart();
        Duration normal = world.awaitNormal();
        called += call(CALLS_AFTER, random);
        List<String> wrong = new ArrayList<>(world.awaitEnds(CALLS_AFTER));
        Set<String> given = cases();
        world.awaitWritten(given).forEach(one -> wrong.add("verdict lost: case " + one));
        Duration worst = worst();
        if (worst.compareTo(WaitAudit.SCREENING.multipliedBy(slack).plus(machine.longest())) > 0) {
            wrong.add("a call waited " + worst.toMillis() + " ms for its verdict");
        }
        if (normal.compareTo(row.normalWithin().multipliedBy(slack)) > 0) {
            wrong.add("back to normal after " + normal.toMillis() + " ms");
        }
        long verdicts = given.size() - before;
        if (verdicts == 0) {
            wrong.add("not one verdict in this round");
        }
        return new RoundResult(
                row,
                seed,
                called,
                verdicts,
                called - verdicts,
                0,
                0,
                worst,
                Duration.ZERO,
                Duration.ZERO,
                normal,
                wrong);
    }

    private int call(int calls, Random random) {
        for (int i = 0; i < calls; i++) {
            world.asterisk().rx("channel originate Local/4601@from-trunk application Wait 1");
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(80)).toNanos());
        }
        return calls;
    }

    private Set<String> cases() {
        return CASE.matcher(world.asterisk().log())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Duration worst() {
        List<Long> steps = STEP.matcher(world.asterisk().log())
                .results()
                .map(found -> Long.parseLong(found.group(2)))
                .toList();
        long worst =
                steps.stream().skip(readSteps).mapToLong(Long::longValue).max().orElse(0);
        readSteps = steps.size();
        return Duration.ofNanos(worst * 1000);
    }

    @Override
    public Path folder() {
        return world.folder();
    }

    @Override
    public void close(boolean keep) {
        world.close(keep);
    }
}
