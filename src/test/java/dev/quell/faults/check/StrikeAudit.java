package dev.quell.faults.check;

import dev.quell.faults.pbx.Conduct;
import dev.quell.faults.pbx.Trace;
import dev.quell.faults.world.Record.StrikeRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the automatic blocks of one caller from what the caller did, and compares: two silent calls are a burst, flags by two agents are a rung, each
 * deed counts once. Where all was told at once there must be exactly so many; where something was told late, a block may come with a later deed, and so
 * there may be fewer, never more.
 */
public final class StrikeAudit {

    private static final int DEEDS = 2;
    private static final int HIGHEST_STEP = 2;

    private final boolean exact;

    /** @param exact whether blocks may not be fewer either; false where the fault may postpone one */
    public StrikeAudit(boolean exact) {
        this.exact = exact;
    }

    /** What is wrong with a caller's blocks, empty if nothing is. */
    public List<String> of(List<Trace> calls, List<StrikeRow> blocks) {
        List<String> wrong = new ArrayList<>();
        count("burst", silences(calls), blocks, "BURST", atOnce(calls), wrong);
        count("rung", flags(calls), blocks, "LADDER", atOnce(calls), wrong);
        steps(blocks.stream().filter(block -> block.origin().equals("LADDER")).toList(), wrong);
        return wrong;
    }

    private void count(
            String word, long deeds, List<StrikeRow> blocks, String origin, boolean atOnce, List<String> wrong) {
        long most = deeds / DEEDS;
        long made =
                blocks.stream().filter(block -> block.origin().equals(origin)).count();
        if (made > most) {
            wrong.add("strike twice: " + made + " blocks by " + word + " for " + deeds + " deeds: " + blocks);
        } else if (exact && atOnce && made < most) {
            wrong.add("strike lost: " + made + " blocks by " + word + " for " + deeds + " deeds: " + blocks);
        }
    }

    private static void steps(List<StrikeRow> rungs, List<String> wrong) {
        for (int i = 0; i < rungs.size(); i++) {
            int expected = Math.min(i + 1, HIGHEST_STEP);
            if (rungs.get(i).step() != expected) {
                wrong.add("rung " + (i + 1) + " is step " + rungs.get(i).step() + ": " + rungs);
            }
        }
    }

    private static long silences(List<Trace> calls) {
        return calls.stream()
                .filter(call -> call.conduct() instanceof Conduct.SaysNothing)
                .filter(call -> call.way().equals("LISTEN-RELEASE"))
                .count();
    }

    private static long flags(List<Trace> calls) {
        return calls.stream().filter(call -> call.flag().isPresent()).count();
    }

    private static boolean atOnce(List<Trace> calls) {
        return calls.stream()
                .allMatch(call -> call.endToldAtOnce() && (call.flag().isEmpty() || call.flagToldAtOnce()));
    }
}
