package dev.quell.faults.check;

import dev.quell.faults.pbx.Trace;
import dev.quell.faults.world.Record.CallRow;
import dev.quell.faults.world.Record.FlagRow;
import dev.quell.load.AgentsFlag;
import dev.quell.load.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds what Asterisk knows of its calls against what is written down. Each sentence that it gives is a loss, or something that happened twice.
 *
 * @param calls the rows of the calls
 * @param flags the rows of the flags on them
 */
public record CallAudit(List<CallRow> calls, List<FlagRow> flags) {

    private static final int CASE = 4;

    public CallAudit {
        calls = List.copyOf(calls);
        flags = List.copyOf(flags);
    }

    /** What is wrong with some calls, empty if nothing is. */
    public List<String> of(List<Trace> traces) {
        Map<String, List<CallRow>> rows = calls.stream().collect(Collectors.groupingBy(CallRow::id));
        Map<FlagRow, Long> flagged = flags.stream().collect(Collectors.groupingBy(flag -> flag, Collectors.counting()));
        List<String> wrong = new ArrayList<>();
        for (Trace trace : traces) {
            String id = "pbx:" + trace.call().id();
            List<CallRow> own = rows.getOrDefault(id, List.of());
            if (own.size() > 1) {
                wrong.add("call " + trace + " is written down " + own.size() + " times");
            }
            if (own.isEmpty()) {
                missing(trace, wrong);
            } else {
                verdict(trace, own.getFirst(), wrong);
                end(trace, own.getFirst(), wrong);
            }
            trace.flag()
                    .ifPresent(flag ->
                            flag(trace, flag, flagged.getOrDefault(new FlagRow(id, flag.agent()), 0L), wrong));
        }
        return wrong;
    }

    private static void missing(Trace trace, List<String> wrong) {
        if (trace.verdict().isPresent()) {
            wrong.add("verdict lost: " + trace);
        } else if (trace.endTold()) {
            wrong.add("unscreened call lost: " + trace);
        }
    }

    private static void verdict(Trace trace, CallRow row, List<String> wrong) {
        if (trace.answer() instanceof Answer.Verdict verdict
                && !(row.caseNumber().equals(verdict.fields().get(CASE))
                        && row.applied().equals(verdict.action()))) {
            wrong.add("verdict changed: Asterisk got " + verdict.action() + " with case "
                    + verdict.fields().get(CASE) + ", written down is " + row);
        }
    }

    private static void end(Trace trace, CallRow row, List<String> wrong) {
        if (!trace.endTold()) {
            wrong.add("end never taken: " + trace);
        } else if (!row.ended()) {
            wrong.add("end lost: " + trace);
        } else if (!row.way().equals(trace.way())) {
            wrong.add("end changed: " + trace + ", written down is " + row);
        }
    }

    private static void flag(Trace trace, AgentsFlag flag, long rows, List<String> wrong) {
        if (!trace.flagTold()) {
            wrong.add("flag never taken: " + flag.agent() + " on " + trace);
        } else if (rows == 0) {
            wrong.add("flag lost: " + flag.agent() + " on " + trace);
        }
        if (rows > 1) {
            wrong.add("flag " + rows + " times: " + flag.agent() + " on " + trace);
        }
    }
}
